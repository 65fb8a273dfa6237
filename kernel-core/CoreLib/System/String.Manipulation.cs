using System.Buffers;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace System;

public sealed partial class String
{
    public static string Concat(object? arg0) => arg0?.ToString() ?? "";

    public static string Concat(object? arg0, object? arg1) => Concat(arg0?.ToString(), arg1?.ToString());

    public static string Concat(object? arg0, object? arg1, object? arg2) => Concat(arg0?.ToString(), arg1?.ToString(), arg2?.ToString());

    public static string Concat(params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Concat(new ReadOnlySpan<object?>(args));
    }

    public static string Concat(params ReadOnlySpan<object?> args)
    {
        if (args.Length <= 1)
        {
            return args.Length == 0 ? "" : Concat(args[0]);
        }

        var texts = new string?[args.Length];
        for (var i = 0; i < args.Length; i++)
        {
            texts[i] = args[i]?.ToString();
        }

        return Concat(new ReadOnlySpan<string?>(texts));
    }

    public static string Concat<T>(IEnumerable<T> values) => Join("", values);

    public static string Concat(IEnumerable<string?> values) => Join("", values);

    public static string Concat(string? str0, string? str1)
    {
        if (IsNullOrEmpty(str0))
        {
            return str1 ?? "";
        }

        return IsNullOrEmpty(str1) ? str0 : Concat(str0.Span, str1.Span);
    }

    public static string Concat(string? str0, string? str1, string? str2)
    {
        if (IsNullOrEmpty(str0))
        {
            return Concat(str1, str2);
        }

        if (IsNullOrEmpty(str1))
        {
            return Concat(str0, str2);
        }

        return IsNullOrEmpty(str2) ? Concat(str0, str1) : Concat(str0.Span, str1.Span, str2.Span);
    }

    public static string Concat(string? str0, string? str1, string? str2, string? str3)
    {
        if (IsNullOrEmpty(str0))
        {
            return Concat(str1, str2, str3);
        }

        if (IsNullOrEmpty(str1))
        {
            return Concat(str0, str2, str3);
        }

        if (IsNullOrEmpty(str2))
        {
            return Concat(str0, str1, str3);
        }

        return IsNullOrEmpty(str3) ? Concat(str0, str1, str2) : Concat(str0.Span, str1.Span, str2.Span, str3.Span);
    }

    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1) => Concat(str0, str1, default, default);

    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1, ReadOnlySpan<char> str2) =>
        Concat(str0, str1, str2, default);

    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1, ReadOnlySpan<char> str2, ReadOnlySpan<char> str3)
    {
        var length = checked(str0.Length + str1.Length + str2.Length + str3.Length);
        if (length == 0)
        {
            return "";
        }

        var result = FastAllocateString(length);
        var rest = result.Buffer;
        Append(ref rest, str0);
        Append(ref rest, str1);
        Append(ref rest, str2);
        Append(ref rest, str3);
        return result;
    }

    public static string Concat(params string?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Concat(new ReadOnlySpan<string?>(values));
    }

    public static string Concat(params ReadOnlySpan<string?> values) => Join(default(ReadOnlySpan<char>), values);

    public static string Join(char separator, params string?[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Join(new ReadOnlySpan<char>(in separator), new ReadOnlySpan<string?>(value));
    }

    public static string Join(char separator, params ReadOnlySpan<string?> value) => Join(new ReadOnlySpan<char>(in separator), value);

    public static string Join(string? separator, params string?[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Join(separator.AsSpan(), new ReadOnlySpan<string?>(value));
    }

    public static string Join(string? separator, params ReadOnlySpan<string?> value) => Join(separator.AsSpan(), value);

    public static string Join(char separator, string?[] value, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Join(new ReadOnlySpan<char>(in separator), new ReadOnlySpan<string?>(value, startIndex, count));
    }

    public static string Join(string? separator, string?[] value, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Join(separator.AsSpan(), new ReadOnlySpan<string?>(value, startIndex, count));
    }

    public static string Join(char separator, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Join(new ReadOnlySpan<char>(in separator), new ReadOnlySpan<object?>(values));
    }

    public static string Join(char separator, params ReadOnlySpan<object?> values) => Join(new ReadOnlySpan<char>(in separator), values);

    public static string Join(string? separator, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Join(separator.AsSpan(), new ReadOnlySpan<object?>(values));
    }

    public static string Join(string? separator, params ReadOnlySpan<object?> values) => Join(separator.AsSpan(), values);

    public static string Join<T>(char separator, IEnumerable<T> values) => Join(new ReadOnlySpan<char>(in separator), values);

    public static string Join<T>(string? separator, IEnumerable<T> values) => Join(separator.AsSpan(), values);

    public static string Join(string? separator, IEnumerable<string?> values) => Join(separator.AsSpan(), values);

    public static string Format(string format, object? arg0) =>
        Format(null, format, new ReadOnlySpan<object?>(in arg0));

    public static string Format(string format, object? arg0, object? arg1) =>
        Format(null, format, [arg0, arg1]);

    public static string Format(
        string format, object? arg0, object? arg1, object? arg2) =>
        Format(null, format, [arg0, arg1, arg2]);

    public static string Format(string format, params object?[] args) =>
        Format(null, format, args);

    public static string Format(string format, params ReadOnlySpan<object?> args) =>
        Format(null, format, args);

    public static string Format(
        IFormatProvider? provider, string format, object? arg0) =>
        Format(provider, format, new ReadOnlySpan<object?>(in arg0));

    public static string Format(
        IFormatProvider? provider, string format, object? arg0, object? arg1) =>
        Format(provider, format, [arg0, arg1]);

    public static string Format(
        IFormatProvider? provider,
        string format,
        object? arg0,
        object? arg1,
        object? arg2) =>
        Format(provider, format, [arg0, arg1, arg2]);

    public static string Format(
        IFormatProvider? provider, string format, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Format(provider, format, new ReadOnlySpan<object?>(args));
    }

    public static string Format(
        IFormatProvider? provider, string format, params ReadOnlySpan<object?> args)
    {
        ArgumentNullException.ThrowIfNull(format);
        var builder = new DefaultInterpolatedStringHandler(format.Length, args.Length, provider);
        CompositeFormatter.Append(ref builder, format, args);
        return builder.ToStringAndClear();
    }

    public string Substring(int startIndex)
    {
        if ((uint)startIndex > (uint)Length)
        {
            ThrowHelper.ThrowSubstring(startIndex, 0, Length);
        }

        return FromPart(Span.Slice(startIndex));
    }

    public string Substring(int startIndex, int length)
    {
        CheckRange(startIndex, length);
        return length == Length ? this : Ctor(Span.Slice(startIndex, length));
    }

    public string Insert(int startIndex, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)startIndex, (uint)Length, nameof(startIndex));
        if (value.Length == 0)
        {
            return this;
        }

        return Length == 0 ? value : Concat(Span.Slice(0, startIndex), value.Span, Span.Slice(startIndex));
    }

    public string Remove(int startIndex)
    {
        if ((uint)startIndex > (uint)Length)
        {
            ThrowHelper.ThrowSubstring(startIndex, 0, Length);
        }

        return Substring(0, startIndex);
    }

    public string Remove(int startIndex, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Length - startIndex);

        return count == 0 ? this : Concat(Span.Slice(0, startIndex), Span.Slice(startIndex + count));
    }

    public string PadLeft(int totalWidth) => PadLeft(totalWidth, ' ');

    public string PadLeft(int totalWidth, char paddingChar)
    {
        if (!NeedsPadding(totalWidth))
        {
            return this;
        }

        var result = FastAllocateString(totalWidth);
        var padding = totalWidth - Length;
        result.Buffer.Slice(0, padding).Fill(paddingChar);
        Span.CopyTo(result.Buffer.Slice(padding));
        return result;
    }

    public string PadRight(int totalWidth) => PadRight(totalWidth, ' ');

    public string PadRight(int totalWidth, char paddingChar)
    {
        if (!NeedsPadding(totalWidth))
        {
            return this;
        }

        var result = FastAllocateString(totalWidth);
        Span.CopyTo(result.Buffer);
        result.Buffer.Slice(Length).Fill(paddingChar);
        return result;
    }

    public string Trim() => FromPart(Span.Trim());

    public string Trim(char trimChar) => FromPart(Span.Trim(trimChar));

    public string Trim(params char[]? trimChars) => FromPart(Span.Trim(new ReadOnlySpan<char>(trimChars)));

    public string TrimStart() => FromPart(Span.TrimStart());

    public string TrimStart(char trimChar) => FromPart(Span.TrimStart(trimChar));

    public string TrimStart(params char[]? trimChars) => FromPart(Span.TrimStart(new ReadOnlySpan<char>(trimChars)));

    public string TrimEnd() => FromPart(Span.TrimEnd());

    public string TrimEnd(char trimChar) => FromPart(Span.TrimEnd(trimChar));

    public string TrimEnd(params char[]? trimChars) => FromPart(Span.TrimEnd(new ReadOnlySpan<char>(trimChars)));

    public string ToUpper() => ToUpperInvariant();

    public string ToUpper(CultureInfo? culture) => ToUpperInvariant();

    public string ToLower() => ToLowerInvariant();

    public string ToLower(CultureInfo? culture) => ToLowerInvariant();

    public string ToUpperInvariant()
    {
        var i = 0;
        while (i < Length && Ordinal.ToUpper(Span, i) == this[i])
        {
            i++;
        }

        if (i == Length)
        {
            return this;
        }

        var result = FastAllocateString(Length);
        MemoryExtensions.ToUpperInvariant(Span, result.Buffer);
        return result;
    }

    public string ToLowerInvariant()
    {
        var i = 0;
        while (i < Length && Ordinal.ToLower(Span, i) == this[i])
        {
            i++;
        }

        if (i == Length)
        {
            return this;
        }

        var result = FastAllocateString(Length);
        MemoryExtensions.ToLowerInvariant(Span, result.Buffer);
        return result;
    }

    public string Replace(char oldChar, char newChar)
    {
        if (oldChar == newChar || !Contains(oldChar))
        {
            return this;
        }

        var result = FastAllocateString(Length);
        var destination = result.Buffer;
        for (var i = 0; i < destination.Length; i++)
        {
            var c = this[i];
            destination[i] = c == oldChar ? newChar : c;
        }

        return result;
    }

    public string Replace(string oldValue, string? newValue) => Replace(oldValue, newValue, StringComparison.Ordinal);

    public string Replace(string oldValue, string? newValue, bool ignoreCase, CultureInfo? culture) =>
        Replace(oldValue, newValue, ignoreCase ? StringComparison.CurrentCultureIgnoreCase : StringComparison.CurrentCulture);

    public string Replace(string oldValue, string? newValue, StringComparison comparisonType)
    {
        var ignoreCase = Ordinal.IgnoresCase(comparisonType);
        ArgumentNullException.ThrowIfNull(oldValue);
        if (oldValue.Length == 0)
        {
            ThrowHelper.ThrowArgumentException("The value cannot be an empty string.", nameof(oldValue));
        }

        // Counted first: the result is then allocated once, at its length.
        var count = 0;
        var rest = Span;
        for (int index; (index = Ordinal.IndexOf(rest, oldValue.Span, ignoreCase)) >= 0; rest = rest.Slice(index + oldValue.Length))
        {
            count++;
        }

        if (count == 0)
        {
            return this;
        }

        var replacement = newValue.AsSpan();
        var length = checked((int)(Length + ((long)count * (replacement.Length - oldValue.Length))));
        if (length == 0)
        {
            return "";
        }

        var result = FastAllocateString(length);
        var destination = result.Buffer;
        rest = Span;
        while (count-- > 0)
        {
            var index = Ordinal.IndexOf(rest, oldValue.Span, ignoreCase);
            Append(ref destination, rest.Slice(0, index));
            Append(ref destination, replacement);
            rest = rest.Slice(index + oldValue.Length);
        }

        rest.CopyTo(destination);
        return result;
    }

    public string ReplaceLineEndings() => ReplaceLineEndings(Environment.NewLine);

    /// <summary>Every CR LF, CR, LF, NEL, LS, FF and PS becomes <paramref name="replacementText"/>.</summary>
    public string ReplaceLineEndings(string replacementText)
    {
        ArgumentNullException.ThrowIfNull(replacementText);
        var rest = Span;
        var index = rest.IndexOfAny(LineEndings);
        if (index < 0)
        {
            return this;
        }

        var builder = new DefaultInterpolatedStringHandler(Length, 0);
        for (; index >= 0; index = rest.IndexOfAny(LineEndings))
        {
            builder.AppendFormatted(rest.Slice(0, index));
            builder.AppendLiteral(replacementText);
            rest = rest.Slice(SkipLineEnding(rest, index));
        }

        builder.AppendFormatted(rest);
        return builder.ToStringAndClear();
    }

    public string[] Split(params char[]? separator) => Split(separator, int.MaxValue, StringSplitOptions.None);

    public string[] Split(params ReadOnlySpan<char> separator) =>
        new StringSplitter(separator).Split(this, int.MaxValue, StringSplitOptions.None);

    public string[] Split(char separator, StringSplitOptions options = StringSplitOptions.None) => Split(separator, int.MaxValue, options);

    public string[] Split(char separator, int count, StringSplitOptions options = StringSplitOptions.None) =>
        new StringSplitter(new ReadOnlySpan<char>(in separator)).Split(this, count, options);

    public string[] Split(char[]? separator, int count) => Split(separator, count, StringSplitOptions.None);

    public string[] Split(char[]? separator, StringSplitOptions options) => Split(separator, int.MaxValue, options);

    public string[] Split(char[]? separator, int count, StringSplitOptions options) =>
        new StringSplitter(new ReadOnlySpan<char>(separator)).Split(this, count, options);

    public string[] Split(string? separator, StringSplitOptions options = StringSplitOptions.None) =>
        Split(separator, int.MaxValue, options);

    public string[] Split(string? separator, int count, StringSplitOptions options = StringSplitOptions.None) =>
        StringSplitter.ForString(separator).Split(this, count, options);

    public string[] Split(string[]? separator, StringSplitOptions options) => Split(separator, int.MaxValue, options);

    public string[] Split(string[]? separator, int count, StringSplitOptions options) =>
        new StringSplitter(new ReadOnlySpan<string?>(separator)).Split(this, count, options);

    internal static ReadOnlySpan<char> LineEndings => "\r\n\f\u0085\u2028\u2029".Span;

    /// <summary>Where the next line begins, given that the one before ends at <paramref name="index"/>: CR LF is one end.</summary>
    internal static int SkipLineEnding(ReadOnlySpan<char> text, int index) =>
        index + (text[index] == '\r' && (uint)(index + 1) < (uint)text.Length && text[index + 1] == '\n' ? 2 : 1);

    /// <summary>The text of a part of this string: this string itself where the part is all of it.</summary>
    internal string FromPart(ReadOnlySpan<char> part) => part.Length == Length ? this : Ctor(part);

    private static void Append(ref Span<char> rest, ReadOnlySpan<char> text)
    {
        text.CopyTo(rest);
        rest = rest.Slice(text.Length);
    }

    private static string Join(ReadOnlySpan<char> separator, ReadOnlySpan<string?> values)
    {
        if (values.Length <= 1)
        {
            return values.Length == 0 ? "" : values[0] ?? "";
        }

        long length = (long)(values.Length - 1) * separator.Length;
        foreach (var value in values)
        {
            length += value is null ? 0 : value.Length;
        }

        if (length == 0)
        {
            return "";
        }

        if (length > int.MaxValue)
        {
            ThrowHelper.ThrowOutOfMemoryException();
        }

        var result = FastAllocateString((int)length);
        var rest = result.Buffer;
        for (var i = 0; i < values.Length; i++)
        {
            if (i != 0)
            {
                Append(ref rest, separator);
            }

            Append(ref rest, values[i]);
        }

        return result;
    }

    private static string Join(ReadOnlySpan<char> separator, ReadOnlySpan<object?> values)
    {
        var texts = new string?[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            texts[i] = values[i]?.ToString();
        }

        return Join(separator, new ReadOnlySpan<string?>(texts));
    }

    private static string Join<T>(ReadOnlySpan<char> separator, IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var builder = new DefaultInterpolatedStringHandler(0, 0);
        var first = true;
        foreach (var value in values)
        {
            if (!first)
            {
                builder.AppendFormatted(separator);
            }

            first = false;
            if (value is not null)
            {
                builder.AppendLiteral(value.ToString() ?? "");
            }
        }

        return builder.ToStringAndClear();
    }

    private bool NeedsPadding(int totalWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(totalWidth);

        return totalWidth > Length;
    }
}
