using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>What C# 13 and 14 added: extension members, the field of a property, partial properties, null-conditional assignment, locks, and more.</summary>
public static class ExtensionMembers
{
    public static void Run()
    {
        List<int> numbers = [3, 1, 2];
        Console.WriteLine($"{numbers.IsEmpty} {numbers.Last} {numbers.Sum()} {List<int>.Of(7, 3).Count} {numbers + 4}");
        Console.WriteLine($"{"text".Twice} {"a,b".Fields().Length} {5.HasNoRemainder} {int.Largest}");
        ref var first = ref numbers.AsArray()[0];
        first = 9;
        Console.WriteLine(first);

        var person = new Person { Name = "  Ada " };
        Console.WriteLine($"[{person.Name}] {person.Visits} {person.Visits} {person[2]}");
        Person? nobody = null;
        nobody?.Name = Unreached();
        person?.Name = "Grace";
        Console.WriteLine($"[{person?.Name}] [{nobody?.Name}]");
        try
        {
            person!.Name = null!;
        }
        catch (ArgumentNullException exception)
        {
            Console.WriteLine(exception.ParamName);
        }

        Console.WriteLine($"{nameof(List<>)} {nameof(Dictionary<,>.Count)} {Join(1, 2, 3)} {Join()}");
        TryParse parse = (text, out number) => int.TryParse(text, out number);
        Console.WriteLine($"{parse("12", out var parsed)} {parsed}");
        var counter = new Counter { Value = 1 };
        counter += 5;
        counter++;
        Console.WriteLine($"{counter.Value} {"\e[1m".Length}");
        var table = new Buffer { Slots = { [^1] = 'z', [0] = 'a' } };
        Console.WriteLine(new string(table.Slots));
        Console.WriteLine(new FileLocal().Name);
        Console.WriteLine(Total([1, 2, 3], [4, 5]));
    }

    private static string Unreached() => throw new InvalidOperationException("The value of an assignment to nothing is not computed.");

    private static string Join(params ReadOnlySpan<int> numbers)
    {
        var sum = 0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return numbers.Length + ":" + sum;
    }

    private static int Total(ReadOnlySpan<int> first, Span<int> second) => first[^1] + second[0];

    private delegate bool TryParse(string text, out int number);

    private sealed class Counter
    {
        public int Value { get; set; }

        public void operator +=(int amount) => Value += amount;

        public void operator ++() => Value += 100;

        public override string ToString() => Value.ToString();
    }

    private sealed class Buffer
    {
        public char[] Slots { get; } = ['-', '-', '-'];
    }
}

internal sealed partial class Person
{
    public string Name
    {
        get;
        set => field = value?.Trim() ?? throw new ArgumentNullException(nameof(value));
    } = "";

    public int Visits => ++field;

    public partial string this[int index] { get; }
}

internal sealed partial class Person
{
    public partial string this[int index] => Name + index;
}

file sealed class FileLocal
{
    public string Name => "local to the file";
}

internal static class Extensions
{
    extension<T>(List<T> list)
    {
        public bool IsEmpty => list.Count == 0;

        public T Last => list[^1];

        public T[] AsArray() => list.ToArray();

        public static List<T> Of(T value, int count)
        {
            var result = new List<T>();
            for (var i = 0; i < count; i++)
            {
                result.Add(value);
            }

            return result;
        }

        public static string operator +(List<T> left, T right) => string.Join(",", left) + "," + right;
    }

    extension(List<int> list)
    {
        public int Sum()
        {
            var sum = 0;
            foreach (var number in list)
            {
                sum += number;
            }

            return sum;
        }
    }

    extension(string text)
    {
        public string Twice => text + text;

        public string[] Fields() => text.Split(',');
    }

    extension(int number)
    {
        public bool HasNoRemainder => number % 2 == 0;

        public static int Largest => int.MaxValue;
    }
}
