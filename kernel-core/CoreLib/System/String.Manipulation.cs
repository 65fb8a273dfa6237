namespace System;

public sealed partial class String
{
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

    private static void Append(ref Span<char> rest, ReadOnlySpan<char> text)
    {
        text.CopyTo(rest);
        rest = rest.Slice(text.Length);
    }
}
