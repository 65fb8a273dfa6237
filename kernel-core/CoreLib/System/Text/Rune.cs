using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace System.Text;

/// <summary>A Unicode scalar value: a code point that is not half of a surrogate pair.</summary>
public readonly struct Rune : IComparable, IComparable<Rune>, IEquatable<Rune>, ISpanFormattable
{
    internal const uint MaxValue = 0x10FFFF;

    private readonly uint _value;

    /// <exception cref="ArgumentOutOfRangeException">The character is a surrogate.</exception>
    public Rune(char ch)
    {
        if (IsSurrogate(ch))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(ch));
        }

        _value = ch;
    }

    public Rune(char highSurrogate, char lowSurrogate)
    {
        if (!TryCreate(highSurrogate, lowSurrogate, out this))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(
                highSurrogate is >= '\uD800' and <= '\uDBFF' ? nameof(lowSurrogate) : nameof(highSurrogate));
        }
    }

    public Rune(int value)
        : this((uint)value)
    {
    }

    [CLSCompliant(false)]
    public Rune(uint value)
    {
        if (!IsScalar(value))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(value));
        }

        _value = value;
    }

    // The value is known to be a scalar.
    private Rune(uint value, bool unused)
    {
        _value = value;
    }

    /// <summary>U+FFFD, which stands for what could not be decoded.</summary>
    public static Rune ReplacementChar => new(0xFFFD, false);

    public int Value => (int)_value;

    public bool IsAscii => _value < 0x80;

    public bool IsBmp => _value < 0x10000;

    public int Plane => (int)(_value >> 16);

    public int Utf16SequenceLength => _value < 0x10000 ? 1 : 2;

    public int Utf8SequenceLength => _value < 0x80 ? 1 : _value < 0x800 ? 2 : _value < 0x10000 ? 3 : 4;

    public static bool IsValid(int value) => IsScalar((uint)value);

    [CLSCompliant(false)]
    public static bool IsValid(uint value) => IsScalar(value);

    public static bool TryCreate(char ch, out Rune result)
    {
        var valid = !IsSurrogate(ch);
        result = valid ? new Rune(ch, false) : default;
        return valid;
    }

    public static bool TryCreate(char highSurrogate, char lowSurrogate, out Rune result)
    {
        var high = (uint)highSurrogate - 0xD800;
        var low = (uint)lowSurrogate - 0xDC00;
        if ((high | low) < 0x400)
        {
            result = new Rune(0x10000 + (high << 10) + low, false);
            return true;
        }

        result = default;
        return false;
    }

    public static bool TryCreate(int value, out Rune result) => TryCreate((uint)value, out result);

    [CLSCompliant(false)]
    public static bool TryCreate(uint value, out Rune result)
    {
        var valid = IsScalar(value);
        result = valid ? new Rune(value, false) : default;
        return valid;
    }

    /// <summary>Reads the scalar value at the start of UTF-16 text. What is not one counts as <see cref="ReplacementChar"/>.</summary>
    /// <returns>
    /// <see cref="OperationStatus.NeedMoreData"/> where the text is empty or ends within a surrogate pair,
    /// <see cref="OperationStatus.InvalidData"/> at a surrogate without its other half.
    /// </returns>
    public static OperationStatus DecodeFromUtf16(ReadOnlySpan<char> source, out Rune result, out int charsConsumed)
    {
        result = ReplacementChar;
        charsConsumed = 0;
        if (source.Length == 0)
        {
            return OperationStatus.NeedMoreData;
        }

        charsConsumed = 1;
        var first = source[0];
        if (TryCreate(first, out var single))
        {
            result = single;
            return OperationStatus.Done;
        }

        if (first <= 0xDBFF && source.Length == 1)
        {
            return OperationStatus.NeedMoreData;
        }

        if (source.Length > 1 && TryCreate(first, source[1], out var pair))
        {
            charsConsumed = 2;
            result = pair;
            return OperationStatus.Done;
        }

        return OperationStatus.InvalidData;
    }

    /// <summary>
    /// Reads the scalar value at the start of UTF-8 text. What is not one counts as <see cref="ReplacementChar"/>, and
    /// <paramref name="bytesConsumed"/> is then the longest start of a sequence that could have been valid, at least one byte (The Unicode
    /// Standard, section 3.9, U+FFFD substitution of maximal subparts).
    /// </summary>
    public static OperationStatus DecodeFromUtf8(ReadOnlySpan<byte> source, out Rune result, out int bytesConsumed)
    {
        result = ReplacementChar;
        bytesConsumed = 0;
        if (source.Length == 0)
        {
            return OperationStatus.NeedMoreData;
        }

        bytesConsumed = 1;
        uint value = source[0];
        if (value < 0x80)
        {
            result = new Rune(value, false);
            return OperationStatus.Done;
        }

        // Table 3-7: the first byte gives the length, and narrows what the second may be.
        int length;
        uint least = 0x80;
        uint greatest = 0xBF;
        switch (value)
        {
            case >= 0xC2 and <= 0xDF:
                length = 2;
                value &= 0x1F;
                break;
            case >= 0xE0 and <= 0xEF:
                length = 3;
                least = value == 0xE0 ? 0xA0u : least;
                greatest = value == 0xED ? 0x9Fu : greatest;
                value &= 0xF;
                break;
            case >= 0xF0 and <= 0xF4:
                length = 4;
                least = value == 0xF0 ? 0x90u : least;
                greatest = value == 0xF4 ? 0x8Fu : greatest;
                value &= 0x7;
                break;
            default:
                return OperationStatus.InvalidData;
        }

        for (; bytesConsumed < length; bytesConsumed++)
        {
            if ((uint)bytesConsumed >= (uint)source.Length)
            {
                return OperationStatus.NeedMoreData;
            }

            uint next = source[bytesConsumed];
            if (next < least || next > greatest)
            {
                return OperationStatus.InvalidData;
            }

            value = (value << 6) | (next & 0x3F);
            least = 0x80;
            greatest = 0xBF;
        }

        result = new Rune(value, false);
        return OperationStatus.Done;
    }

    public static Rune GetRuneAt(string input, int index)
    {
        ArgumentNullException.ThrowIfNull(input);
        if ((uint)index >= (uint)input.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        if (!TryGetRuneAt(input, index, out var value))
        {
            ThrowHelper.ThrowArgumentException("There is no scalar value at that index.", nameof(index));
        }

        return value;
    }

    public static bool TryGetRuneAt(string input, int index, out Rune value)
    {
        ArgumentNullException.ThrowIfNull(input);
        if ((uint)index >= (uint)input.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        var found = DecodeFromUtf16(input.AsSpan(index), out var rune, out _) == OperationStatus.Done;
        value = found ? rune : default;
        return found;
    }

    public int EncodeToUtf16(Span<char> destination)
    {
        if (!TryEncodeToUtf16(destination, out var charsWritten))
        {
            ThrowHelper.ThrowDestinationTooShort();
        }

        return charsWritten;
    }

    public bool TryEncodeToUtf16(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        if (_value < 0x10000)
        {
            if (destination.Length < 1)
            {
                return false;
            }

            destination[0] = (char)_value;
            charsWritten = 1;
            return true;
        }

        if (destination.Length < 2)
        {
            return false;
        }

        destination[0] = (char)(0xD800 + ((_value - 0x10000) >> 10));
        destination[1] = (char)(0xDC00 + (_value & 0x3FF));
        charsWritten = 2;
        return true;
    }

    public int EncodeToUtf8(Span<byte> destination)
    {
        if (!TryEncodeToUtf8(destination, out var bytesWritten))
        {
            ThrowHelper.ThrowDestinationTooShort();
        }

        return bytesWritten;
    }

    public bool TryEncodeToUtf8(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = Utf8SequenceLength;
        if (destination.Length < bytesWritten)
        {
            bytesWritten = 0;
            return false;
        }

        if (bytesWritten == 1)
        {
            destination[0] = (byte)_value;
            return true;
        }

        var rest = _value;
        for (var i = bytesWritten - 1; i > 0; i--)
        {
            destination[i] = (byte)(0x80 | (rest & 0x3F));
            rest >>= 6;
        }

        // As many leading ones as there are bytes.
        destination[0] = (byte)((0xF00u >> bytesWritten) | rest);
        return true;
    }

    public int CompareTo(Rune other) => _value.CompareTo(other._value);

    int IComparable.CompareTo(object? obj)
    {
        if (obj is null)
        {
            return 1;
        }

        if (obj is not Rune other)
        {
            ThrowHelper.ThrowWrongValueType();
            return 0;
        }

        return CompareTo(other);
    }

    public bool Equals(Rune other) => _value == other._value;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Rune other && Equals(other);

    public override int GetHashCode() => Value;

    public override string ToString()
    {
        Span<char> characters = stackalloc char[2];
        return new string(characters.Slice(0, EncodeToUtf16(characters)));
    }

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryEncodeToUtf16(destination, out charsWritten);

    public static bool operator ==(Rune left, Rune right) => left._value == right._value;

    public static bool operator !=(Rune left, Rune right) => left._value != right._value;

    public static bool operator <(Rune left, Rune right) => left._value < right._value;

    public static bool operator <=(Rune left, Rune right) => left._value <= right._value;

    public static bool operator >(Rune left, Rune right) => left._value > right._value;

    public static bool operator >=(Rune left, Rune right) => left._value >= right._value;

    public static explicit operator Rune(char ch) => new(ch);

    public static explicit operator Rune(int value) => new(value);

    [CLSCompliant(false)]
    public static explicit operator Rune(uint value) => new(value);

    private static bool IsSurrogate(char c) => (uint)c - 0xD800 < 0x800;

    private static bool IsScalar(uint value) => value <= MaxValue && value - 0xD800 >= 0x800;
}
