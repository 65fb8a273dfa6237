using System;

namespace Tarn.Conformance;

/// <summary>Values that may be missing: lifted operators, conversions, <c>??</c>, <c>?.</c>, boxing.</summary>
public static class NullableTypes
{
    private struct Money(int cents)
    {
        public int Cents = cents;

        public static Money operator +(Money a, Money b) => new(a.Cents + b.Cents);

        public static bool operator >(Money a, Money b) => a.Cents > b.Cents;

        public static bool operator <(Money a, Money b) => a.Cents < b.Cents;

        public override readonly string ToString() => Cents + "c";
    }

    private sealed class Node(string name, Node? next = null)
    {
        public string Name => name;

        public Node? Next { get; set; } = next;

        public int[]? Data { get; set; }

        public event Action? Pinged;

        public void Ping() => Pinged?.Invoke();
    }

    public static void Run()
    {
        int? five = 5;
        int? none = null;
        Console.WriteLine(five + none + "|" + (five + 1) + "|" + (none > 1) + (none < 1) + (none == null) + (five > 1) + (none != five));
        Console.WriteLine(
            five.HasValue + " " + none.HasValue + " " + five.Value + " " + none.GetValueOrDefault() + none.GetValueOrDefault(7) + " " +
            (none ?? -1));
        Console.WriteLine(
            five.ToString() + none.ToString() + five.GetHashCode() + none.GetHashCode() + five.Equals(5) + none.Equals(null) +
            five.Equals(none));
        bool? yes = true, unknown = null;
        Console.WriteLine((yes & unknown) + "|" + (yes | unknown) + "|" + (!unknown) + "|" + (false & unknown));
        long? widened = five;
        int narrowed = (int)widened!;
        Console.WriteLine(widened + narrowed);
        object? boxed = five;
        object? boxedNone = none;
        Console.WriteLine(
            (boxed is int) + " " + (boxedNone is null) + " " + (int?)boxed + " " + ((int?)boxedNone).HasValue + " " + (boxed is int and 5));
        none ??= 12;
        none++;
        Console.WriteLine(none);
        Money? some = new Money(150), nothing = null;
        Console.WriteLine((some + new Money(5)) + "|" + (some + nothing) + "|" + (some > nothing) + "|" + some?.Cents);

        Node? list = new("a", new("b"));
        Console.WriteLine(list?.Next?.Name + list?.Next?.Next?.Name.Length + "|" + (list?.Next?.Next?.Name ?? "end"));
        Console.WriteLine(list!.Data?[0] is null);
        list.Next?.Data = [1, 2];
        list.Next?.Next?.Data = [Fail()];
        Console.WriteLine(list.Next!.Data?[1] + list.Next.Data?.Length);
        list.Next.Data?[0] += 10;
        Console.WriteLine(list.Next.Data![0]);
        list.Ping();
        list.Pinged += () => Console.WriteLine("pinged");
        list.Ping();
        string? text = null;
        Console.WriteLine((text?.Length ?? -1) + (text ?? "default") + (text + "x"));
        text ??= "set";
        text ??= "again";
        Console.WriteLine(text);
        int? sum = 0;
        foreach (var item in new int?[] { 1, null, 3 })
        {
            sum += item ?? 100;
        }

        Console.WriteLine(sum);
        Console.WriteLine(Choose<int?>(null, 4) + Choose("a", "b") + default(int?).HasValue);
        int? Parse(string s) => int.TryParse(s, out var value) ? value : null;
        Console.WriteLine((Parse("17") ?? 0) + (Parse("x") ?? -1));
        Nullable<int> same = five;
        Console.WriteLine(same == five);
    }

    private static T Choose<T>(T a, T b) => a ?? b;

    private static int Fail()
    {
        Console.WriteLine("evaluated in vain");
        return 0;
    }
}
