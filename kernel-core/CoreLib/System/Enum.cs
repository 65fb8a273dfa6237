using Internal.Runtime;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>
/// The base of enumerations. Their names are in a table that the build makes (docs/names.md); in an image without names what needs one says so, and what
/// needs the number alone works.
/// </summary>
public abstract unsafe partial class Enum : ValueType, IComparable, ISpanFormattable
{
    private bool IsUnsigned => IsUnsignedType(this.GetMethodTable());

    private int Width => (int)this.GetMethodTable()->ValueTypeSize * 8;

    // The number, sign-extended to 64 bits unless its type is unsigned.
    private long Value
    {
        get
        {
            ref var data = ref this.GetRawData();
            return (Width, IsUnsigned) switch
            {
                (8, false) => Unsafe.As<byte, sbyte>(ref data),
                (8, true) => data,
                (16, false) => Unsafe.As<byte, short>(ref data),
                (16, true) => Unsafe.As<byte, ushort>(ref data),
                (32, false) => Unsafe.As<byte, int>(ref data),
                (32, true) => Unsafe.As<byte, uint>(ref data),
                _ => Unsafe.As<byte, long>(ref data),
            };
        }
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Enum other && IsSameType(other) && Value == other.Value;

    /// <summary>The hash code that the number has in its own type.</summary>
    public override int GetHashCode() => Width < 64 ? (int)Value : Value.GetHashCode();

    /// <exception cref="ArgumentException">The other is not of the same enumeration.</exception>
    public int CompareTo(object? target)
    {
        if (target is null)
        {
            return 1;
        }

        if (target is not Enum other || !IsSameType(other))
        {
            throw Number.NotComparable();
        }

        if (Width < 32)
        {
            // As their types do.
            return (int)(Value - other.Value);
        }

        return IsUnsigned ? ((ulong)Value).CompareTo((ulong)other.Value) : Value.CompareTo(other.Value);
    }

    /// <exception cref="ArgumentException">The flag is not of the same enumeration.</exception>
    public bool HasFlag(Enum flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        if (!IsSameType(flag))
        {
            throw new ArgumentException("The flag is of another enumeration.", nameof(flag));
        }

        var bits = flag.Value;
        return (Value & bits) == bits;
    }

    /// <summary>The name of the value; of flags, the names of those that it is made of; else the number.</summary>
    /// <exception cref="NotSupportedException">Names are not linked into this image.</exception>
    public override string ToString() => ToName(areFlags: false);

    /// <summary>The name (G, or nothing), flags (F), or the number in decimal (D) or hexadecimal (X, two digits for each byte).</summary>
    /// <param name="format">The format.</param>
    /// <exception cref="NotSupportedException">The format asks for a name, and names are not linked into this image.</exception>
    /// <exception cref="FormatException">The format is unknown.</exception>
    public string ToString(string? format)
    {
        if (string.IsNullOrEmpty(format))
        {
            return ToName(areFlags: false);
        }

        return (format.Length == 1 ? format[0] : '\0') switch
        {
            'D' or 'd' => ToNumber(),
            'X' or 'x' => ToHexadecimal(),
            'G' or 'g' => ToName(areFlags: false),
            'F' or 'f' => ToName(areFlags: true),
            _ => throw new FormatException("Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\"."),
        };
    }

    [Obsolete("The provider argument is not used. Use ToString() instead.")]
    public string ToString(IFormatProvider? provider) => ToString();

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString(format.ToString());
        var fits = text.AsSpan().TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    private bool IsSameType(Enum other) => this.GetMethodTable() == other.GetMethodTable();

    private string ToHexadecimal()
    {
        var text = Number.NewString(Width / 4, out var digits);
        for (var i = 0; i < digits.Length; i++)
        {
            digits[^(i + 1)] = Number.HexDigit((int)(Value >> (i * 4)));
        }

        return text;
    }

    private string ToNumber() => IsUnsigned ? Number.ToDecimalString((ulong)Value) : Number.ToDecimalString(Value);

    private string ToName(bool areFlags)
    {
        var names = EnumNames.Of(this.GetMethodTable());
        var bits = Bits;
        if (areFlags || names.IsFlags)
        {
            return names.Flags(bits) ?? ToNumber();
        }

        var index = names.IndexOf(bits);
        return index < 0 ? ToNumber() : names.Name(index);
    }

    // The number with zeros above its own bits, as names are sorted by.
    private ulong Bits => Width < 64 ? (ulong)Value & ((1UL << Width) - 1) : (ulong)Value;
}
