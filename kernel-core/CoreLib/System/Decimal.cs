using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

/// <summary>
/// A decimal number of 28 to 29 digits, of which up to 28 are decimals. Zeros at the end are kept: 1.50 is not written as 1.5.
/// </summary>
public readonly partial struct Decimal
    : IComparable, IComparable<decimal>, IEquatable<decimal>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<decimal>,
      IUtf8SpanParsable<decimal>
{
    public const decimal Zero = 0m;
    public const decimal One = 1m;
    public const decimal MinusOne = -1m;
    public const decimal MaxValue = 79228162514264337593543950335m;
    public const decimal MinValue = -79228162514264337593543950335m;

    private const int ScaleShift = 16;
    private const int SignMask = int.MinValue;

    // 10^22 is the largest power of ten that a double holds exactly.
    private const int MaxExactPower = 22;

    // 2^-95: from here down, doubles become zero.
    private const double SmallestDouble = 2.5243548967072378e-29;

    // Laid out as in .NET: the scale in bits 16 to 23, the sign in bit 31; then the coefficient.
    private readonly int _flags;
    private readonly uint _high;
    private readonly ulong _low;

    public Decimal(int value)
    {
        _flags = value & SignMask;
        _low = Number.Magnitude(value);
    }

    public Decimal(uint value)
    {
        _low = value;
    }

    public Decimal(long value)
    {
        _flags = value < 0 ? SignMask : 0;
        _low = Number.Magnitude(value);
    }

    public Decimal(ulong value)
    {
        _low = value;
    }

    /// <summary>The number rounded to 7 digits.</summary>
    /// <exception cref="OverflowException">The value is out of range, infinite or not a number.</exception>
    public Decimal(float value)
        : this(FromDouble(value, 7))
    {
    }

    /// <summary>The number rounded to 15 digits.</summary>
    /// <exception cref="OverflowException">The value is out of range, infinite or not a number.</exception>
    public Decimal(double value)
        : this(FromDouble(value, 15))
    {
    }

    /// <summary>The four words that <see cref="GetBits(decimal)"/> gives.</summary>
    /// <exception cref="ArgumentException">There are not four of them, or they are no decimal.</exception>
    public Decimal(int[] bits)
        : this((ReadOnlySpan<int>)(bits ?? throw new ArgumentNullException(nameof(bits))))
    {
    }

    /// <inheritdoc cref="Decimal(int[])"/>
    public Decimal(ReadOnlySpan<int> bits)
    {
        if (bits.Length != 4 || (bits[3] & ~(SignMask | (0xFF << ScaleShift))) != 0 || ScaleOf(bits[3]) > DecimalNumber.MaxScale)
        {
            throw new ArgumentException("A decimal is four words, the last of which has a scale of 0 to 28 and the sign.");
        }

        _low = (uint)bits[0] | ((ulong)(uint)bits[1] << 32);
        _high = (uint)bits[2];
        _flags = bits[3];
    }

    /// <summary>ILC and the C# compiler make decimal constants with it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale is above 28.</exception>
    public Decimal(int lo, int mid, int hi, bool isNegative, byte scale)
    {
        if (scale > DecimalNumber.MaxScale)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), "A decimal has at most 28 decimals.");
        }

        _low = (uint)lo | ((ulong)(uint)mid << 32);
        _high = (uint)hi;
        _flags = (scale << ScaleShift) | (isNegative ? SignMask : 0);
    }

    private Decimal(in DecimalNumber number)
    {
        _low = number.Low;
        _high = number.High;
        _flags = (number.Scale << ScaleShift) | (number.IsNegative ? SignMask : 0);
    }

    /// <summary>How many decimals there are, 0 to 28.</summary>
    public byte Scale => (byte)ScaleOf(_flags);

    private DecimalNumber Parts => new(_low, _high, ScaleOf(_flags), _flags < 0);

    public static decimal Add(decimal d1, decimal d2) => d1 + d2;

    public static decimal Subtract(decimal d1, decimal d2) => d1 - d2;

    public static decimal Multiply(decimal d1, decimal d2) => d1 * d2;

    public static decimal Divide(decimal d1, decimal d2) => d1 / d2;

    public static decimal Remainder(decimal d1, decimal d2) => d1 % d2;

    public static decimal Negate(decimal d) => -d;

    public static decimal Ceiling(decimal d) => new(d.Parts.Round(0, MidpointRounding.ToPositiveInfinity));

    public static decimal Floor(decimal d) => new(d.Parts.Round(0, MidpointRounding.ToNegativeInfinity));

    public static decimal Truncate(decimal d) => new(d.Parts.Round(0, MidpointRounding.ToZero));

    public static decimal Round(decimal d) => Round(d, 0, MidpointRounding.ToEven);

    public static decimal Round(decimal d, int decimals) => Round(d, decimals, MidpointRounding.ToEven);

    public static decimal Round(decimal d, MidpointRounding mode) => Round(d, 0, mode);

    /// <exception cref="ArgumentOutOfRangeException">The decimals are not 0 to 28.</exception>
    /// <exception cref="ArgumentException">The mode is none of them.</exception>
    public static decimal Round(decimal d, int decimals, MidpointRounding mode)
    {
        if ((uint)decimals > DecimalNumber.MaxScale)
        {
            throw new ArgumentOutOfRangeException(nameof(decimals), "A decimal has at most 28 decimals.");
        }

        if ((uint)mode > (uint)MidpointRounding.ToPositiveInfinity)
        {
            throw new ArgumentException("The rounding mode is none of them.", nameof(mode));
        }

        return new(d.Parts.Round(decimals, mode));
    }

    public static decimal Abs(decimal value) => new(value.Parts.Abs());

    public static int Sign(decimal value) => value.Parts.IsZero ? 0 : value._flags < 0 ? -1 : 1;

    public static decimal Max(decimal x, decimal y) => x >= y ? x : y;

    public static decimal Min(decimal x, decimal y) => x < y ? x : y;

    public static bool IsNegative(decimal value) => value._flags < 0;

    public static bool IsInteger(decimal value) => value == Truncate(value);

    public static int Compare(decimal d1, decimal d2) => DecimalNumber.Compare(d1.Parts, d2.Parts);

    public static bool Equals(decimal d1, decimal d2) => d1 == d2;

    public int CompareTo(decimal value) => Compare(this, value);

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        decimal other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(decimal value) => this == value;

    public override bool Equals([NotNullWhen(true)] object? value) => value is decimal other && this == other;

    public override int GetHashCode()
    {
        var parts = Parts;
        if (parts.IsZero)
        {
            return 0;
        }

        // Equal numbers may differ in the zeros at their ends.
        var shortest = new Decimal(parts.RemoveTrailingZeros());
        return shortest._flags ^ (int)shortest._high ^ (int)(shortest._low >> 32) ^ (int)shortest._low;
    }

    public override string ToString() => Number.ToString(Parts, default);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format) => Number.ToString(Parts, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        var length = Number.Format(new NumberWriter(destination), Parts, format);
        return NumberWriter.TryFinish(length, destination.Length, out charsWritten);
    }

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        var length = Number.Format(new NumberWriter(utf8Destination), Parts, format);
        return NumberWriter.TryFinish(length, utf8Destination.Length, out bytesWritten);
    }

    public static decimal Parse(string s) => Parse(s, NumberStyles.Number);

    public static decimal Parse(string s, NumberStyles style)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style);
    }

    public static decimal Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Number);

    public static decimal Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static decimal Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Number, provider);

    public static decimal Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Number, IFormatProvider? provider = null) =>
        ParseText(s, style);

    public static decimal Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text, NumberStyles.Number, provider);

    public static decimal Parse(
        ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Number, IFormatProvider? provider = null) =>
        ParseText(utf8Text, style);

    public static bool TryParse([NotNullWhen(true)] string? s, out decimal result) =>
        TryParseText(s.AsSpan(), NumberStyles.Number, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out decimal result) =>
        TryParseText(s.AsSpan(), NumberStyles.Number, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out decimal result) =>
        TryParseText(s.AsSpan(), style, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out decimal result) => TryParseText(s, NumberStyles.Number, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out decimal result) =>
        TryParseText(s, NumberStyles.Number, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out decimal result) =>
        TryParseText(s, style, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out decimal result) => TryParseText(utf8Text, NumberStyles.Number, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out decimal result) =>
        TryParseText(utf8Text, NumberStyles.Number, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out decimal result) =>
        TryParseText(utf8Text, style, out result);

    /// <summary>The coefficient in three words, the lowest first, then the word of scale (bits 16 to 23) and sign (bit 31).</summary>
    public static int[] GetBits(decimal d) => [(int)d._low, (int)(d._low >> 32), (int)d._high, d._flags];

    /// <inheritdoc cref="GetBits(decimal)"/>
    /// <exception cref="ArgumentException">The destination has no room for four words.</exception>
    public static int GetBits(decimal d, Span<int> destination) =>
        TryGetBits(d, destination, out var written) ? written : throw new ArgumentException("The destination is too short.");

    /// <inheritdoc cref="GetBits(decimal)"/>
    public static bool TryGetBits(decimal d, Span<int> destination, out int valuesWritten)
    {
        valuesWritten = 0;
        if (destination.Length < 4)
        {
            return false;
        }

        destination[0] = (int)d._low;
        destination[1] = (int)(d._low >> 32);
        destination[2] = (int)d._high;
        destination[3] = d._flags;
        valuesWritten = 4;
        return true;
    }

    public static sbyte ToSByte(decimal value) => (sbyte)value;

    public static byte ToByte(decimal value) => (byte)value;

    public static short ToInt16(decimal value) => (short)value;

    public static ushort ToUInt16(decimal value) => (ushort)value;

    public static int ToInt32(decimal d) => (int)d;

    public static uint ToUInt32(decimal d) => (uint)d;

    public static long ToInt64(decimal d) => (long)d;

    public static ulong ToUInt64(decimal d) => (ulong)d;

    public static float ToSingle(decimal d) => (float)d;

    public static double ToDouble(decimal d) => (double)d;

    public static implicit operator decimal(byte value) => new((int)value);

    public static implicit operator decimal(sbyte value) => new((int)value);

    public static implicit operator decimal(short value) => new((int)value);

    public static implicit operator decimal(ushort value) => new((int)value);

    public static implicit operator decimal(char value) => new((int)value);

    public static implicit operator decimal(int value) => new(value);

    public static implicit operator decimal(uint value) => new(value);

    public static implicit operator decimal(long value) => new(value);

    public static implicit operator decimal(ulong value) => new(value);

    public static explicit operator decimal(float value) => new(value);

    public static explicit operator decimal(double value) => new(value);

    /// <summary>Drops the decimals.</summary>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public static explicit operator byte(decimal value) => checked((byte)(long)value);

    /// <summary>Drops the decimals.</summary>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public static explicit operator sbyte(decimal value) => checked((sbyte)(long)value);

    /// <summary>Drops the decimals.</summary>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public static explicit operator short(decimal value) => checked((short)(long)value);

    /// <summary>Drops the decimals.</summary>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public static explicit operator ushort(decimal value) => checked((ushort)(long)value);

    /// <summary>Drops the decimals.</summary>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public static explicit operator char(decimal value) => checked((char)(long)value);

    /// <summary>Drops the decimals.</summary>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public static explicit operator int(decimal value) => checked((int)(long)value);

    /// <summary>Drops the decimals.</summary>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public static explicit operator uint(decimal value) => checked((uint)(long)value);

    /// <summary>Drops the decimals.</summary>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public static explicit operator long(decimal value)
    {
        var whole = Truncate(value);
        var limit = (ulong)long.MaxValue + (whole._flags < 0 ? 1u : 0);
        if (whole._high != 0 || whole._low > limit)
        {
            throw OutOfRange();
        }

        return whole._flags < 0 ? -(long)whole._low : (long)whole._low;
    }

    /// <summary>Drops the decimals.</summary>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public static explicit operator ulong(decimal value)
    {
        var whole = Truncate(value);
        if (whole._high != 0 || (whole._flags < 0 && whole._low != 0))
        {
            throw OutOfRange();
        }

        return whole._low;
    }

    public static explicit operator float(decimal value) => (float)(double)value;

    public static explicit operator double(decimal value)
    {
        const double TwoToThe64 = 18446744073709551616.0;
        var coefficient = value._low + (value._high * TwoToThe64);
        var magnitude = coefficient / PowerOfTen(ScaleOf(value._flags));
        return value._flags < 0 ? -magnitude : magnitude;
    }

    public static decimal operator +(decimal d) => d;

    public static decimal operator -(decimal d) => new(d.Parts.Negate());

    public static decimal operator ++(decimal d) => d + 1;

    public static decimal operator --(decimal d) => d - 1;

    public static decimal operator +(decimal d1, decimal d2) => new(DecimalNumber.Add(d1.Parts, d2.Parts));

    public static decimal operator -(decimal d1, decimal d2) => new(DecimalNumber.Add(d1.Parts, d2.Parts.Negate()));

    public static decimal operator *(decimal d1, decimal d2) => new(DecimalNumber.Multiply(d1.Parts, d2.Parts));

    public static decimal operator /(decimal d1, decimal d2) => new(DecimalNumber.Divide(d1.Parts, d2.Parts));

    public static decimal operator %(decimal d1, decimal d2) => new(DecimalNumber.Remainder(d1.Parts, d2.Parts));

    public static bool operator ==(decimal d1, decimal d2) => Compare(d1, d2) == 0;

    public static bool operator !=(decimal d1, decimal d2) => Compare(d1, d2) != 0;

    public static bool operator <(decimal d1, decimal d2) => Compare(d1, d2) < 0;

    public static bool operator <=(decimal d1, decimal d2) => Compare(d1, d2) <= 0;

    public static bool operator >(decimal d1, decimal d2) => Compare(d1, d2) > 0;

    public static bool operator >=(decimal d1, decimal d2) => Compare(d1, d2) >= 0;

    private static int ScaleOf(int flags) => (flags >> ScaleShift) & 0xFF;

    // 10^0 to 10^28, the nearest double each.
    private static double PowerOfTen(int exponent)
    {
        var power = 1.0;
        for (var i = 0; i < Math.Min(exponent, MaxExactPower); i++)
        {
            power *= 10;
        }

        var rest = 1.0;
        for (var i = MaxExactPower; i < exponent; i++)
        {
            rest *= 10;
        }

        return power * rest;
    }

    // Moves the decimal point until the wanted digits are in front of it, in double as .NET does, and rounds half to even.
    private static DecimalNumber FromDouble(double value, int digits)
    {
        var magnitude = Math.Abs(value);
        if (magnitude < SmallestDouble)
        {
            return default;
        }

        // The power of two above the number.
        var exponent = Math.ILogB(magnitude) + 1L;
        if (exponent > 96)
        {
            throw OutOfRange();
        }

        // 19728 / 2^16 is just below log10(2): the whole part has the wanted digits, or one less.
        var scale = Math.Min(digits - 1 - (((int)exponent * 19728) >> 16), DecimalNumber.MaxScale);
        var limit = PowerOfTen(digits);
        var shifted = magnitude;
        if (scale >= 0)
        {
            shifted *= PowerOfTen(scale);
        }
        else if (scale != -1 || magnitude >= limit)
        {
            shifted /= PowerOfTen(-scale);
        }
        else
        {
            scale = 0;
        }

        if (shifted < limit / 10 && scale < DecimalNumber.MaxScale)
        {
            shifted *= 10;
            scale++;
        }

        var coefficient = (ulong)(long)shifted;
        var rest = shifted - coefficient;
        if (rest > 0.5 || (rest == 0.5 && (coefficient & 1) != 0))
        {
            coefficient++;
        }

        if (coefficient == 0)
        {
            return default;
        }

        if (scale >= 0)
        {
            return new DecimalNumber(coefficient, 0, scale, value < 0).RemoveTrailingZeros(digits - 1);
        }

        return DecimalNumber.Multiply(new(coefficient, 0, 0, value < 0), PowerOfTenNumber(-scale));
    }

    private static DecimalNumber PowerOfTenNumber(int exponent)
    {
        var power = new DecimalNumber(1, 0, 0, false);
        var ten = new DecimalNumber(10, 0, 0, false);
        for (var i = 0; i < exponent; i++)
        {
            power = DecimalNumber.Multiply(power, ten);
        }

        return power;
    }

    private static decimal ParseText<TChar>(ReadOnlySpan<TChar> text, NumberStyles style)
        where TChar : struct
    {
        var status = Number.TryParseDecimalNumber(text, style, out var number);
        if (status != Number.ParseStatus.Valid)
        {
            Number.ThrowParseError(status, text, "a Decimal");
        }

        return new(number);
    }

    private static bool TryParseText<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, out decimal result)
        where TChar : struct
    {
        var isValid = Number.TryParseDecimalNumber(text, style, out var number) == Number.ParseStatus.Valid;
        result = new(number);
        return isValid;
    }

    private static OverflowException OutOfRange() => new("The number is too large or too small for its type.");
}
