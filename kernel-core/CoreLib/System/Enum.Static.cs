using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>What is asked of an enumeration, not of a value. Members that make arrays of a type that is known only when the program runs are not there.</summary>
public abstract unsafe partial class Enum
{
    /// <exception cref="ArgumentException">The type is no enumeration.</exception>
    public static Type GetUnderlyingType(Type enumType) => TypeOf(enumType)->ElementType switch
    {
        ElementType.SByte => typeof(sbyte),
        ElementType.Byte => typeof(byte),
        ElementType.Int16 => typeof(short),
        ElementType.UInt16 => typeof(ushort),
        ElementType.UInt32 => typeof(uint),
        ElementType.Int64 => typeof(long),
        ElementType.UInt64 => typeof(ulong),
        ElementType.Char => typeof(char),
        ElementType.Boolean => typeof(bool),
        _ => typeof(int),
    };

    public static string[] GetNames<TEnum>() where TEnum : struct, Enum => GetNames(typeof(TEnum));

    /// <summary>The names, by value without its sign.</summary>
    /// <exception cref="ArgumentException">The type is no enumeration.</exception>
    public static string[] GetNames(Type enumType)
    {
        var names = EnumNames.Of(TypeOf(enumType));
        var texts = new string[names.Count];
        for (var index = 0; index < texts.Length; index++)
        {
            texts[index] = names.Name(index);
        }

        return texts;
    }

    /// <summary>The values, in the order of <see cref="GetNames{TEnum}"/>.</summary>
    public static TEnum[] GetValues<TEnum>() where TEnum : struct, Enum
    {
        var names = EnumNames.Of(TypeOf(typeof(TEnum)));
        var values = new TEnum[names.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = FromBits<TEnum>(names.Value(index));
        }

        return values;
    }

    public static string? GetName<TEnum>(TEnum value) where TEnum : struct, Enum => NameOf(typeof(TEnum), ToBits(value));

    /// <exception cref="ArgumentException">The type is no enumeration, or the value is no integer.</exception>
    public static string? GetName(Type enumType, object value) => NameOf(enumType, ((Enum)ToObject(enumType, value)).Bits);

    public static bool IsDefined<TEnum>(TEnum value) where TEnum : struct, Enum => NameOf(typeof(TEnum), ToBits(value)) is not null;

    /// <summary>Whether the enumeration has a value, or a name.</summary>
    /// <exception cref="ArgumentException">The type is no enumeration, or the value is neither of it nor of its underlying type.</exception>
    public static bool IsDefined(Type enumType, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value is string name
            ? EnumNames.Of(TypeOf(enumType)).IndexOf(name, ignoreCase: false) >= 0
            : NameOf(enumType, BitsOf(enumType, value)) is not null;
    }

    /// <exception cref="ArgumentException">The type is no enumeration, or the value is neither of it nor of its underlying type.</exception>
    public static string Format(Type enumType, object value, string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return ((Enum)Box(TypeOf(enumType), BitsOf(enumType, value))).ToString(format);
    }

    public static bool TryFormat<TEnum>(
        TEnum value, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default) where TEnum : struct, Enum =>
        ((ISpanFormattable)value).TryFormat(destination, out charsWritten, format, null);

    public static object ToObject(Type enumType, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var bits = value switch
        {
            int number => (ulong)number,
            sbyte number => (ulong)number,
            short number => (ulong)number,
            long number => (ulong)number,
            uint number => number,
            byte number => number,
            ushort number => number,
            ulong number => number,
            char number => number,
            bool number => number ? 1UL : 0,
            Enum number => (ulong)number.Value,
            _ => throw new ArgumentException("The value passed in must be an enum base or an underlying type for an enum, such as an Int32.", nameof(value)),
        };
        return Box(TypeOf(enumType), bits);
    }

    public static object ToObject(Type enumType, int value) => Box(TypeOf(enumType), (ulong)value);

    public static object ToObject(Type enumType, long value) => Box(TypeOf(enumType), (ulong)value);

    public static object ToObject(Type enumType, ulong value) => Box(TypeOf(enumType), value);

    public static object ToObject(Type enumType, uint value) => Box(TypeOf(enumType), value);

    public static object ToObject(Type enumType, byte value) => Box(TypeOf(enumType), value);

    public static object ToObject(Type enumType, sbyte value) => Box(TypeOf(enumType), (ulong)value);

    public static object ToObject(Type enumType, short value) => Box(TypeOf(enumType), (ulong)value);

    public static object ToObject(Type enumType, ushort value) => Box(TypeOf(enumType), value);

    public static TEnum Parse<TEnum>(string value) where TEnum : struct => Parse<TEnum>(value, ignoreCase: false);

    /// <summary>Reads names with commas between them, or a number.</summary>
    /// <exception cref="ArgumentException">The text is empty, or there is no such name.</exception>
    /// <exception cref="OverflowException">The number does not fit.</exception>
    public static TEnum Parse<TEnum>(string value, bool ignoreCase) where TEnum : struct
    {
        ArgumentNullException.ThrowIfNull(value);
        return Parse<TEnum>(value.AsSpan(), ignoreCase);
    }

    public static TEnum Parse<TEnum>(ReadOnlySpan<char> value) where TEnum : struct => Parse<TEnum>(value, ignoreCase: false);

    /// <inheritdoc cref="Parse{TEnum}(string, bool)"/>
    public static TEnum Parse<TEnum>(ReadOnlySpan<char> value, bool ignoreCase) where TEnum : struct
    {
        TryParse(typeof(TEnum), value, ignoreCase, mustBeThere: true, out var bits);
        return FromBits<TEnum>(bits);
    }

    public static object Parse(Type enumType, string value) => Parse(enumType, value, ignoreCase: false);

    /// <inheritdoc cref="Parse{TEnum}(string, bool)"/>
    public static object Parse(Type enumType, string value, bool ignoreCase)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Parse(enumType, value.AsSpan(), ignoreCase);
    }

    public static object Parse(Type enumType, ReadOnlySpan<char> value) => Parse(enumType, value, ignoreCase: false);

    /// <inheritdoc cref="Parse{TEnum}(string, bool)"/>
    public static object Parse(Type enumType, ReadOnlySpan<char> value, bool ignoreCase)
    {
        TryParse(enumType, value, ignoreCase, mustBeThere: true, out var bits);
        return Box(TypeOf(enumType), bits);
    }

    public static bool TryParse<TEnum>([NotNullWhen(true)] string? value, out TEnum result) where TEnum : struct =>
        TryParse(value.AsSpan(), ignoreCase: false, out result);

    public static bool TryParse<TEnum>([NotNullWhen(true)] string? value, bool ignoreCase, out TEnum result) where TEnum : struct =>
        TryParse(value.AsSpan(), ignoreCase, out result);

    public static bool TryParse<TEnum>(ReadOnlySpan<char> value, out TEnum result) where TEnum : struct =>
        TryParse(value, ignoreCase: false, out result);

    public static bool TryParse<TEnum>(ReadOnlySpan<char> value, bool ignoreCase, out TEnum result) where TEnum : struct
    {
        var isRead = TryParse(typeof(TEnum), value, ignoreCase, mustBeThere: false, out var bits);
        result = isRead ? FromBits<TEnum>(bits) : default;
        return isRead;
    }

    public static bool TryParse(Type enumType, [NotNullWhen(true)] string? value, [NotNullWhen(true)] out object? result) =>
        TryParse(enumType, value, ignoreCase: false, out result);

    public static bool TryParse(Type enumType, [NotNullWhen(true)] string? value, bool ignoreCase, [NotNullWhen(true)] out object? result)
    {
        var isRead = TryParse(enumType, value.AsSpan(), ignoreCase, mustBeThere: false, out var bits);
        result = isRead ? Box(TypeOf(enumType), bits) : null;
        return isRead;
    }

    private static bool TryParse(Type enumType, ReadOnlySpan<char> value, bool ignoreCase, bool mustBeThere, out ulong bits)
    {
        var type = TypeOf(enumType);
        bits = 0;
        var text = value.TrimStart();
        if (text.IsEmpty)
        {
            return !mustBeThere ? false : throw new ArgumentException("Must specify valid information for parsing in the string.", nameof(value));
        }

        if (text[0] is (>= '0' and <= '9') or '-' or '+')
        {
            if (TryParseNumber(type, text.TrimEnd(), out bits, out var overflows))
            {
                return true;
            }

            if (overflows)
            {
                return !mustBeThere ? false : throw Overflow(type);
            }
        }

        var names = EnumNames.Of(type);
        foreach (var range in text.Split(','))
        {
            var index = names.IndexOf(text[range].Trim(), ignoreCase);
            if (index < 0)
            {
                bits = 0;
                return !mustBeThere ? false : throw new ArgumentException($"Requested value '{text}' was not found.");
            }

            bits |= names.Value(index);
        }

        return true;
    }

    private static bool TryParseNumber(MethodTable* type, ReadOnlySpan<char> text, out ulong bits, out bool overflows)
    {
        var width = (int)type->ValueTypeSize * 8;
        bits = 0;
        overflows = false;
        if (!Int128.TryParse(text, Globalization.NumberStyles.AllowLeadingSign, Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var isUnsigned = IsUnsignedType(type);
        var minimum = isUnsigned ? Int128.Zero : -(Int128.One << (width - 1));
        var maximum = (Int128.One << (isUnsigned ? width : width - 1)) - 1;
        overflows = number < minimum || number > maximum;
        bits = (ulong)(number & ((Int128.One << width) - 1));
        return !overflows;
    }

    private static OverflowException Overflow(MethodTable* type) => new(type->ElementType switch
    {
        ElementType.SByte => "Value was either too large or too small for a signed byte.",
        ElementType.Byte => "Value was either too large or too small for an unsigned byte.",
        ElementType.Int16 => "Value was either too large or too small for an Int16.",
        ElementType.UInt16 => "Value was either too large or too small for a UInt16.",
        ElementType.UInt32 => "Value was either too large or too small for a UInt32.",
        ElementType.Int64 => "Value was either too large or too small for an Int64.",
        ElementType.UInt64 => "Value was either too large or too small for a UInt64.",
        _ => "Value was either too large or too small for an Int32.",
    });

    private static MethodTable* TypeOf(Type enumType)
    {
        ArgumentNullException.ThrowIfNull(enumType);
        return enumType.IsEnum ? enumType.MethodTable : throw new ArgumentException("Type provided must be an Enum.", nameof(enumType));
    }

    private static string? NameOf(Type enumType, ulong bits)
    {
        var names = EnumNames.Of(TypeOf(enumType));
        var index = names.IndexOf(bits);
        return index < 0 ? null : names.Name(index);
    }

    // A value of the enumeration, or a number of the type that it is made of.
    private static ulong BitsOf(Type enumType, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var type = TypeOf(enumType);
        var width = type->ValueTypeSize;
        if (value.GetMethodTable() != type && value.GetType() != GetUnderlyingType(enumType))
        {
            throw value is Enum
                ? new ArgumentException(
                    $"Object must be the same type as the enum. The type passed in was '{value.GetType()}'; the enum type was '{enumType}'.")
                : new ArgumentException(
                    $"Enum underlying type and the object must be same type or object must be a String. Type passed in was '{value.GetType()}'; "
                    + $"the enum underlying type was '{GetUnderlyingType(enumType)}'.");
        }

        ulong bits = 0;
        SpanHelpers.Memmove(ref Unsafe.As<ulong, byte>(ref bits), ref value.GetRawData(), width);
        return bits;
    }

    private static object Box(MethodTable* type, ulong bits) => RuntimeExports.RhBox(type, ref Unsafe.As<ulong, byte>(ref bits))!;

    private static ulong ToBits<TEnum>(TEnum value) where TEnum : struct
    {
        ulong bits = 0;
        Unsafe.As<ulong, TEnum>(ref bits) = value;
        return bits;
    }

    private static TEnum FromBits<TEnum>(ulong bits) where TEnum : struct => Unsafe.As<ulong, TEnum>(ref bits);

    private static bool IsUnsignedType(MethodTable* type) =>
        type->ElementType is ElementType.Byte or ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64
        or ElementType.UIntPtr or ElementType.Boolean or ElementType.Char;
}
