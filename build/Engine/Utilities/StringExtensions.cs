namespace Nuke.Common.Utilities;

/// <summary>Quoting of command-line arguments.</summary>
public static class StringExtensions
{
    /// <summary>Puts double quotes around the text and a backslash before each double quote in it.</summary>
    public static string DoubleQuote(this string? str) => $"\"{str?.Replace("\"", "\\\"")}\"";

    /// <summary>The text in double quotes if it has a space and no quotes around it yet; nothing for null or blank text.</summary>
    public static string DoubleQuoteIfNeeded(this string? str) =>
        string.IsNullOrWhiteSpace(str) ? string.Empty
        : str.IsDoubleQuoted() || !str.Contains(' ') ? str
        : str.DoubleQuote();

    /// <summary>Puts single quotes around the text and a backslash before each single quote in it.</summary>
    public static string SingleQuote(this string? str) => $"'{str?.Replace("'", "\\'")}'";

    /// <summary>The text in single quotes if it has a space and no quotes around it yet; nothing for null or blank text.</summary>
    public static string SingleQuoteIfNeeded(this string? str) =>
        string.IsNullOrWhiteSpace(str) ? string.Empty
        : str.IsSingleQuoted() || !str.Contains(' ') ? str
        : str.SingleQuote();

    /// <summary>Whether the text starts and ends with a double quote.</summary>
    public static bool IsDoubleQuoted(this string str) => str.StartsWith('"') && str.EndsWith('"');

    /// <summary>Whether the text starts and ends with a single quote.</summary>
    public static bool IsSingleQuoted(this string str) => str.StartsWith('\'') && str.EndsWith('\'');
}
