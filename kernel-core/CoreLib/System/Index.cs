using System.Runtime.CompilerServices;

namespace System;

public readonly struct Index : IEquatable<Index>
{
    // An index from the end is stored as its complement, so that one comparison with zero tells the two apart.
    private readonly int _value;

    public Index(int value, bool fromEnd = false)
    {
        if (value < 0)
        {
            ThrowHelper.ThrowNonNegativeRequired(nameof(value));
        }

        _value = fromEnd ? ~value : value;
    }

    private Index(int value)
    {
        _value = value;
    }

    public static Index Start => new(0);

    public static Index End => new(~0);

    public int Value => _value < 0 ? ~_value : _value;

    public bool IsFromEnd => _value < 0;

    public static Index FromStart(int value)
    {
        if (value < 0)
        {
            ThrowHelper.ThrowNonNegativeRequired(nameof(value));
        }

        return new Index(value);
    }

    public static Index FromEnd(int value)
    {
        if (value < 0)
        {
            ThrowHelper.ThrowNonNegativeRequired(nameof(value));
        }

        return new Index(~value);
    }

    /// <summary>
    /// The offset from the start in a sequence of <paramref name="length"/> elements. Neither is validated: the access that follows is.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int GetOffset(int length) => _value < 0 ? _value + length + 1 : _value;

    public bool Equals(Index other) => _value == other._value;

    public override bool Equals(object? value) => value is Index other && _value == other._value;

    public override int GetHashCode() => _value;

    public override string ToString() => IsFromEnd ? string.Concat("^", ((uint)Value).ToString()) : ((uint)_value).ToString()!;

    public static implicit operator Index(int value) => FromStart(value);
}
