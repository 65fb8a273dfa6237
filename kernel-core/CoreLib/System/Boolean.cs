using System.Diagnostics.CodeAnalysis;

namespace System;

public readonly struct Boolean
    : IComparable, IComparable<bool>, IEquatable<bool>, ISpanParsable<bool>
{
    public static readonly string TrueString = "True";
    public static readonly string FalseString = "False";

    private readonly bool _value;

    public int CompareTo(bool value) => _value == value ? 0 : _value ? 1 : -1;

    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        bool other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(bool obj) => _value == obj;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is bool other && _value == other;

    public override int GetHashCode() => _value ? 1 : 0;

    public override string ToString() => _value ? "True" : "False";

    public string ToString(IFormatProvider? provider) => ToString();

    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        var text = ToString();
        var fits = text.AsSpan().TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    public static bool Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Parse(value.AsSpan());
    }

    public static bool Parse(ReadOnlySpan<char> value)
    {
        if (!TryParse(value, out var result))
        {
            throw new FormatException(string.Concat("String '", value, "' was not recognized as a valid Boolean."));
        }

        return result;
    }

    public static bool TryParse([NotNullWhen(true)] string? value, out bool result) => TryParse(value.AsSpan(), out result);

    /// <summary>Reads True or False in any case, with white space and zeros around it.</summary>
    public static bool TryParse(ReadOnlySpan<char> value, out bool result)
    {
        var start = 0;
        var end = value.Length;
        while (start < end && IsPadding(value[start]))
        {
            start++;
        }

        while (start < end && IsPadding(value[end - 1]))
        {
            end--;
        }

        value = value[start..end];
        result = Number.IsName(value, "true");
        return result || Number.IsName(value, "false");
    }

    static bool IParsable<bool>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<bool>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out bool result) =>
        TryParse(s, out result);

    static bool ISpanParsable<bool>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<bool>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out bool result) => TryParse(s, out result);

    private static bool IsPadding(char character) => character == '\0' || char.IsWhiteSpace(character);
}
