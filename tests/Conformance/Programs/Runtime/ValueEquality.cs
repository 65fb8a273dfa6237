using System;

namespace Tarn.Conformance;

/// <summary>Equals and GetHashCode that structs inherit: by bits where that is enough, by fields where it is not.</summary>
public static class ValueEquality
{
    private struct Bits
    {
        public int Left;
        public int Right;
    }

    private struct Padded
    {
        public byte Small;
        public long Big;
    }

    private struct Real
    {
        public double Value;
        public float Other;
    }

    private struct WithText
    {
        public int Number;
        public string? Text;
    }

    private struct Nested
    {
        public WithText Inner;
        public Real Real;
        public Color Color;
        public int? Maybe;
    }

    private struct Empty;

    private struct Own
    {
        public int Value;

        public override readonly bool Equals(object? obj) => obj is Own;

        public override readonly int GetHashCode() => 7;
    }

    private struct Outer
    {
        public Own Own;
        public int Rest;
    }

    private enum Color
    {
        Red,
        Green,
    }

    private static void Compare<T>(string name, T left, T right) where T : struct
    {
        object boxed = left;
        var equal = boxed.Equals(right);
        var sameHash = left.GetHashCode() == right.GetHashCode();
        Console.WriteLine($"{name}: {equal} {left.Equals(right)} {Equals(left, right)} {!equal || sameHash}");
    }

    public static void Run()
    {
        Compare("bits same", new Bits { Left = 1, Right = 2 }, new Bits { Left = 1, Right = 2 });
        Compare("bits other", new Bits { Left = 1, Right = 2 }, new Bits { Left = 1, Right = 3 });
        Compare("padded same", new Padded { Small = 1, Big = 2 }, new Padded { Small = 1, Big = 2 });
        Compare("padded other", new Padded { Small = 1, Big = 2 }, new Padded { Small = 2, Big = 2 });
        Compare("zeroes", new Real { Value = 0.0 }, new Real { Value = -0.0 });
        Compare("not numbers", new Real { Value = double.NaN }, new Real { Value = double.NaN });
        Compare("reals other", new Real { Value = 1, Other = 1 }, new Real { Value = 1, Other = 2 });
        Compare("text same", new WithText { Number = 1, Text = "ab" }, new WithText { Number = 1, Text = string.Concat("a", "b") });
        Compare("text other", new WithText { Number = 1, Text = "ab" }, new WithText { Number = 1, Text = "ac" });
        Compare("text null", new WithText(), new WithText());
        Compare("text and null", new WithText { Text = "a" }, new WithText());
        var nested = new Nested { Inner = new WithText { Text = "in" }, Real = new Real { Value = 0.5 }, Color = Color.Green, Maybe = 4 };
        var other = nested;
        Compare("nested same", nested, other);
        other.Maybe = null;
        Compare("nested maybe", nested, other);
        other = nested;
        other.Inner.Text = "out";
        Compare("nested text", nested, other);
        other = nested;
        other.Color = Color.Red;
        Compare("nested color", nested, other);
        Compare("empty", new Empty(), new Empty());
        Compare("own", new Own { Value = 1 }, new Own { Value = 2 });
        Compare("outer same by own", new Outer { Own = new Own { Value = 1 } }, new Outer { Own = new Own { Value = 2 } });
        Compare("outer other", new Outer { Rest = 1 }, new Outer { Rest = 2 });
        Compare("tuples", (1, "a", 2.5), (1, "a", 2.5));
        object bits = new Bits();
        Console.WriteLine($"{bits.Equals(new Padded())} {bits.Equals(0)} {bits.Equals(null)}");
    }
}
