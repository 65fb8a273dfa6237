using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>
/// Members of types: order of initialization, properties, indexers, operators, conversions, extension members, hiding, nesting.
/// </summary>
public static class ClassesAndMembers
{
    private class Base
    {
        private readonly string _first = Trace("base field");

        public Base()
        {
            Trace("base constructor");
            Hook();
        }

        public virtual string Name => "base";

        protected virtual void Hook() => Trace("base hook");

        public string Hidden() => "base hidden";
    }

    private class Derived(int number) : Base
    {
        private readonly string _second = Trace("derived field " + number);

        public override string Name => "derived of " + base.Name;

        public string Lower
        {
            get;
            set => field = value.ToLowerInvariant();
        }
        = "none";

        protected override void Hook() => Trace("derived hook " + (_second is null));

        public new string Hidden() => "derived hidden";
    }

    private sealed class Options
    {
        public required string Name { get; init; }

        public int Level { get; init; } = 3;

        public List<int> Items { get; } = [];

        [SetsRequiredMembers]
        public Options(string name)
        {
            Name = name;
        }

        public Options()
        {
        }
    }

    private readonly struct Fraction(int numerator, int denominator) : IEquatable<Fraction>
    {
        public int Numerator => numerator;

        public int Denominator => denominator;

        public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

        public static Fraction operator -(Fraction a) => new(-a.Numerator, a.Denominator);

        public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

        public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

        public static bool operator true(Fraction a) => a.Numerator != 0;

        public static bool operator false(Fraction a) => a.Numerator == 0;

        public static implicit operator Fraction(int number) => new(number, 1);

        public static explicit operator double(Fraction a) => (double)a.Numerator / a.Denominator;

        public bool Equals(Fraction other) => Numerator * other.Denominator == other.Numerator * Denominator;

        public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

        public override int GetHashCode() => 1;

        public override string ToString() => Numerator + "/" + Denominator;
    }

    private sealed class Accumulator
    {
        public int Total { get; private set; }

        public void operator +=(int amount) => Total += amount;

        public void operator ++() => Total++;
    }

    private sealed class Matrix(int size)
    {
        private readonly int[] _cells = new int[size * size];

        public int this[int row, int column]
        {
            get => _cells[(row * size) + column];
            set => _cells[(row * size) + column] = value;
        }

        public int this[string corner] => corner == "first" ? _cells[0] : _cells[^1];

        public int Length => size;

        public int this[Index index] => _cells[index];
    }

    private partial class Parts
    {
        public partial string Combine(string other);

        public string First => "first";
    }

    private partial class Parts
    {
        public partial string Combine(string other) => First + "+" + other;
    }

    private struct Mutable
    {
        public int Value;

        public Mutable()
        {
            Value = 42;
        }

        public int Increment() => ++Value;
    }

    private static class Lazily
    {
        public static readonly string Text = Trace("static field");

        static Lazily()
        {
            Trace("static constructor");
        }
    }

    public static void Run()
    {
        var derived = new Derived(7);
        Base asBase = derived;
        Console.WriteLine(asBase.Name + "|" + asBase.Hidden() + "|" + derived.Hidden());
        derived.Lower = "MIXED";
        Console.WriteLine(derived.Lower);
        var options = new Options { Name = "o", Level = 5, Items = { 1, 2 } };
        Console.WriteLine(options.Name + options.Level + options.Items.Count + new Options("c").Name + new Options("c").Level);

        Fraction half = new(1, 2);
        Console.WriteLine(
            half * 3 + " " + -half + " " + (half == new Fraction(2, 4)) + " " + (double)half + " " + (half ? "true" : "false") +
            (new Fraction(0, 1) ? "true" : "false"));
        var accumulator = new Accumulator();
        accumulator += 5;
        accumulator++;
        Console.WriteLine(accumulator.Total);
        var matrix = new Matrix(2) { [0, 0] = 1, [1, 1] = 4 };
        matrix[0, 1] += 7;
        Console.WriteLine(matrix[0, 1] + matrix["first"] + matrix["last"] + " " + matrix[^1]);
        Console.WriteLine(new Parts().Combine("second"));
        var mutable = new Mutable();
        var copy = mutable;
        copy.Increment();
        Console.WriteLine(mutable.Value + " " + copy.Value + " " + default(Mutable).Value + " " + (new Mutable[1])[0].Value);
        Trace("before static");
        Console.WriteLine(Lazily.Text);

        Console.WriteLine("shout".Shout() + "abc".Reversed + string.Separator + 5.IsEven + 6.IsEven);
        Console.WriteLine(Optional() + Optional(b: 5) + Optional(1, 2, "z") + Optional(c: "y", a: 9));
        Console.WriteLine(Expression(1 + 2) + " " + Caller());
        Func<int, int, int> add = (a, b) => a + b;
        var withDefault = (int a, int b = 10) => a * b;
        Console.WriteLine(add(1, 2) + withDefault(3) + withDefault(3, 4));
        Console.WriteLine(Overloads(1) + Overloads(1L) + Overloads('c') + Overloads(1.5f) + Overloads((object)1) + Overloads(null!));
        using (var scope = new Scope("outer"))
        {
            using var inner = new Scope("inner");
            Trace(scope.Name + inner.Name);
        }

        var anonymous = new { A = 1, B = "x" };
        Console.WriteLine(anonymous + " " + anonymous.Equals(new { A = 1, B = "x" }) + " " + (anonymous with { B = "y" }).B);
        Console.WriteLine(nameof(List<int>.Count) + nameof(Fraction.Numerator) + nameof(options));
    }

    private sealed class Scope(string name) : IDisposable
    {
        public string Name => name;

        public void Dispose() => Trace("disposed " + name);
    }

    private static string Trace(string text)
    {
        Console.WriteLine("- " + text);
        return text;
    }

    private static string Optional(int a = 1, int b = 2, string c = "c") => a + "" + b + c + " ";

    private static string Expression(int value, [CallerArgumentExpression(nameof(value))] string text = "") => text + "=" + value;

    private static string Caller([CallerMemberName] string name = "") => name;

    private static string Overloads(int x) => "int ";

    private static string Overloads(long x) => "long ";

    private static string Overloads(double x) => "double ";

    private static string Overloads(object x) => "object ";

    private static string Overloads(string x) => "string ";
}

/// <summary>Extension methods and members for <see cref="ClassesAndMembers"/>.</summary>
internal static class ClassesAndMembersExtensions
{
    public static string Shout(this string text) => text.ToUpperInvariant() + "!";

    extension(string text)
    {
        public string Reversed
        {
            get
            {
                var characters = text.ToCharArray();
                Array.Reverse(characters);
                return new string(characters);
            }
        }

        public static string Separator => "/";
    }

    extension(int number)
    {
        public bool IsEven => number % 2 == 0;
    }
}
