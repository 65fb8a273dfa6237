using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.InteropServices;

namespace System;

/// <summary>A number of 128 bits that names something. New ones are random (version 4), from what the processor knows of chance: not for secrets.</summary>
/// <remarks>Source: RFC 9562. The first three parts are numbers, little-endian in bytes; the rest are bytes.</remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly struct Guid : IFormattable, ISpanFormattable, IComparable, IComparable<Guid>, IEquatable<Guid>, ISpanParsable<Guid>
{
    public static readonly Guid Empty;

    private const int Size = 16;
    private const int DigitCount = 32;

    private readonly int _a;
    private readonly short _b;
    private readonly short _c;
    private readonly byte _d;
    private readonly byte _e;
    private readonly byte _f;
    private readonly byte _g;
    private readonly byte _h;
    private readonly byte _i;
    private readonly byte _j;
    private readonly byte _k;

    public Guid(int a, short b, short c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)
    {
        (_a, _b, _c) = (a, b, c);
        (_d, _e, _f, _g, _h, _i, _j, _k) = (d, e, f, g, h, i, j, k);
    }

    public Guid(uint a, ushort b, ushort c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)
        : this((int)a, (short)b, (short)c, d, e, f, g, h, i, j, k)
    {
    }

    /// <exception cref="ArgumentException">There are not eight bytes.</exception>
    public Guid(int a, short b, short c, byte[] d)
    {
        ArgumentNullException.ThrowIfNull(d);
        if (d.Length != 8)
        {
            throw new ArgumentException("Byte array for Guid must be exactly 8 bytes long.", nameof(d));
        }

        this = new Guid(a, b, c, d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]);
    }

    public Guid(byte[] b)
        : this(new ReadOnlySpan<byte>(b ?? throw new ArgumentNullException(nameof(b))))
    {
    }

    /// <exception cref="ArgumentException">There are not sixteen bytes.</exception>
    public Guid(ReadOnlySpan<byte> b)
        : this(b, bigEndian: false)
    {
    }

    public Guid(ReadOnlySpan<byte> b, bool bigEndian)
    {
        if (b.Length != Size)
        {
            throw new ArgumentException("Byte array for Guid must be exactly 16 bytes long.", nameof(b));
        }

        var (first, second, third) = bigEndian
            ? (BinaryPrimitives.ReadInt32BigEndian(b), BinaryPrimitives.ReadInt16BigEndian(b[4..]), BinaryPrimitives.ReadInt16BigEndian(b[6..]))
            : (BinaryPrimitives.ReadInt32LittleEndian(b), BinaryPrimitives.ReadInt16LittleEndian(b[4..]), BinaryPrimitives.ReadInt16LittleEndian(b[6..]));
        this = new Guid(first, second, third, b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
    }

    /// <exception cref="FormatException">The text is none of the formats N, D, B, P and X.</exception>
    public Guid(string g)
    {
        this = Parse(g);
    }

    public static Guid AllBitsSet => new(-1, -1, -1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF);

    public int Version => (_c >>> 12) & 0xF;

    public int Variant => _d >> 4;

    public static bool operator ==(Guid a, Guid b) => a.Equals(b);

    public static bool operator !=(Guid a, Guid b) => !a.Equals(b);

    public static bool operator <(Guid left, Guid right) => left.CompareTo(right) < 0;

    public static bool operator <=(Guid left, Guid right) => left.CompareTo(right) <= 0;

    public static bool operator >(Guid left, Guid right) => left.CompareTo(right) > 0;

    public static bool operator >=(Guid left, Guid right) => left.CompareTo(right) >= 0;

    public static Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[Size];
        new Random().NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    public static Guid Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Parse(input.AsSpan());
    }

    /// <exception cref="FormatException">The text is none of the formats N, D, B, P and X.</exception>
    public static Guid Parse(ReadOnlySpan<char> input) => TryParse(input, out var result) ? result : throw Unreadable(input.Trim());

    public static Guid Parse(string s, IFormatProvider? provider) => Parse(s);

    public static Guid Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? input, out Guid result) => TryParse(input.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Guid result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Guid result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> input, out Guid result)
    {
        input = input.Trim();
        result = default;
        Span<char> digits = stackalloc char[DigitCount];
        var isRead = input switch
        {
            { Length: DigitCount } => input.TryCopyTo(digits),
            { Length: 36 } => TryTakeDashed(input, digits),
            ['{', '0', 'x' or 'X', ..] => TryTakeHexadecimal(input, digits),
            ['{', .. { Length: 36 } inner, '}'] => TryTakeDashed(inner, digits),
            ['(', .. { Length: 36 } inner, ')'] => TryTakeDashed(inner, digits),
            _ => false,
        };
        if (!isRead)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Size];
        for (var index = 0; index < Size; index++)
        {
            var (high, low) = (DigitOf(digits[2 * index]), DigitOf(digits[(2 * index) + 1]));
            if (high < 0 || low < 0)
            {
                return false;
            }

            bytes[index] = (byte)((high << 4) | low);
        }

        result = new Guid(bytes, bigEndian: true);
        return true;
    }

    public byte[] ToByteArray() => ToByteArray(bigEndian: false);

    public byte[] ToByteArray(bool bigEndian)
    {
        var bytes = new byte[Size];
        TryWriteBytes(bytes, bigEndian, out _);
        return bytes;
    }

    public bool TryWriteBytes(Span<byte> destination) => TryWriteBytes(destination, bigEndian: false, out _);

    public bool TryWriteBytes(Span<byte> destination, bool bigEndian, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < Size)
        {
            return false;
        }

        if (bigEndian)
        {
            BinaryPrimitives.WriteInt32BigEndian(destination, _a);
            BinaryPrimitives.WriteInt16BigEndian(destination[4..], _b);
            BinaryPrimitives.WriteInt16BigEndian(destination[6..], _c);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(destination, _a);
            BinaryPrimitives.WriteInt16LittleEndian(destination[4..], _b);
            BinaryPrimitives.WriteInt16LittleEndian(destination[6..], _c);
        }

        ReadOnlySpan<byte> rest = [_d, _e, _f, _g, _h, _i, _j, _k];
        rest.CopyTo(destination[8..]);
        bytesWritten = Size;
        return true;
    }

    public bool Equals(Guid g) => Halves() == g.Halves();

    public override bool Equals([NotNullWhen(true)] object? o) => o is Guid other && Equals(other);

    public override int GetHashCode()
    {
        var (low, high) = Halves();
        return (int)low ^ (int)(low >> 32) ^ (int)high ^ (int)(high >> 32);
    }

    public int CompareTo(Guid value)
    {
        if (_a != value._a)
        {
            return (uint)_a < (uint)value._a ? -1 : 1;
        }

        if (_b != value._b)
        {
            return (ushort)_b < (ushort)value._b ? -1 : 1;
        }

        if (_c != value._c)
        {
            return (ushort)_c < (ushort)value._c ? -1 : 1;
        }

        Span<byte> left = stackalloc byte[Size];
        Span<byte> right = stackalloc byte[Size];
        TryWriteBytes(left);
        value.TryWriteBytes(right);
        return Math.Sign(((ReadOnlySpan<byte>)left)[8..].SequenceCompareTo(right[8..]));
    }

    /// <exception cref="ArgumentException">The other is no Guid.</exception>
    public int CompareTo(object? value) => value switch
    {
        null => 1,
        Guid other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type GUID.", nameof(value)),
    };

    public override string ToString() => ToString("D", null);

    public string ToString([StringSyntax("GuidFormat")] string? format) => ToString(format, null);

    /// <summary>32 digits (N), with dashes (D, the default), in braces (B) or parentheses (P), or as an initializer of C (X).</summary>
    /// <exception cref="FormatException">The format is another one.</exception>
    public string ToString([StringSyntax("GuidFormat")] string? format, IFormatProvider? provider)
    {
        Span<char> buffer = stackalloc char[68];
        TryFormat(buffer, out var length, format);
        return new string(buffer[..length]);
    }

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten, format);

    public bool TryFormat(Span<char> destination, out int charsWritten, [StringSyntax("GuidFormat")] ReadOnlySpan<char> format = default)
    {
        var kind = format.IsEmpty ? 'D' : format.Length == 1 ? (char)(format[0] & ~0x20) : '\0';
        Span<byte> bytes = stackalloc byte[Size];
        TryWriteBytes(bytes, bigEndian: true, out _);
        var pattern = kind switch
        {
            'N' => "################################",
            'D' => "########-####-####-####-############",
            'B' => "{########-####-####-####-############}",
            'P' => "(########-####-####-####-############)",
            'X' => "{0x########,0x####,0x####,{0x##,0x##,0x##,0x##,0x##,0x##,0x##,0x##}}",
            _ => throw new FormatException("Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\"."),
        };
        charsWritten = 0;
        if (destination.Length < pattern.Length)
        {
            return false;
        }

        var digit = 0;
        for (var index = 0; index < pattern.Length; index++)
        {
            destination[index] = pattern[index] == '#' ? "0123456789abcdef"[(bytes[digit / 2] >> (digit++ % 2 == 0 ? 4 : 0)) & 0xF] : pattern[index];
        }

        charsWritten = pattern.Length;
        return true;
    }

    private (ulong Low, ulong High) Halves()
    {
        Span<byte> bytes = stackalloc byte[Size];
        TryWriteBytes(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
    }

    private static bool TryTakeDashed(ReadOnlySpan<char> text, Span<char> digits)
    {
        if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        {
            return false;
        }

        text[..8].CopyTo(digits);
        text[9..13].CopyTo(digits[8..]);
        text[14..18].CopyTo(digits[12..]);
        text[19..23].CopyTo(digits[16..]);
        text[24..].CopyTo(digits[20..]);
        return true;
    }

    private static FormatException Unreadable(ReadOnlySpan<char> text)
    {
        if (text.Length == 38 && (text is ['{', .., '}'] || text is ['(', .., ')']))
        {
            text = text[1..^1];
        }

        return new FormatException(text.Length switch
        {
            36 when text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-' => "Dashes are in the wrong position for GUID parsing.",
            DigitCount or 36 => "Guid string should only contain hexadecimal characters.",
            _ => "Unrecognized Guid format.",
        });
    }

    // {0x00000000,0x0000,0x0000,{0x00,…}}: digits may be missing in front.
    private static bool TryTakeHexadecimal(ReadOnlySpan<char> text, Span<char> digits)
    {
        if (text is not [.., '}', '}'])
        {
            return false;
        }

        ReadOnlySpan<int> lengths = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2];
        text = text[1..^2];
        digits.Fill('0');
        var position = 0;
        for (var part = 0; part < lengths.Length; part++)
        {
            if (part == 3)
            {
                if (text is not ['{', ..])
                {
                    return false;
                }

                text = text[1..];
            }

            var end = part == lengths.Length - 1 ? text.Length : text.IndexOf(',');
            if (end < 3 || end - 2 > lengths[part] || text[0] != '0' || (text[1] | 0x20) != 'x')
            {
                return false;
            }

            position += lengths[part];
            text[2..end].CopyTo(digits[(position - (end - 2))..]);
            text = text[Math.Min(end + 1, text.Length)..];
        }

        return true;
    }

    private static int DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' => character - 'a' + 10,
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => -1,
    };
}
