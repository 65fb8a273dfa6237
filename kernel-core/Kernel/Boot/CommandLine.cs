using System;

namespace Tarn.Kernel;

/// <summary>The kernel's command line: words with blanks between them, each a <c>name</c> or a <c>name=value</c>.</summary>
/// <remarks>A view over bytes that someone else owns. Nothing here allocates or throws.</remarks>
public readonly ref struct CommandLine
{
    /// <summary>Looks at a command line.</summary>
    /// <param name="text">UTF-8 bytes.</param>
    public CommandLine(ReadOnlySpan<byte> text) => Text = text;

    /// <summary>The whole line as the loader gave it.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Looks for the last <c>name</c> or <c>name=value</c>, so that what is appended to a line overrides it.</summary>
    /// <param name="name">The name, which is matched exactly.</param>
    /// <param name="value">What stands after '=', up to the next blank; empty where there is no '='.</param>
    /// <returns>Whether the name is there.</returns>
    public bool TryGetValue(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var found = false;
        var rest = Text;
        while (TryTakeWord(ref rest, out var word))
        {
            if (!word.StartsWith(name))
            {
                continue;
            }

            var after = word[name.Length..];
            if (after.Length == 0 || after[0] == (byte)'=')
            {
                value = after.Length == 0 ? after : after[1..];
                found = true;
            }
        }

        return found;
    }

    /// <summary>Whether the last <c>name=…</c> on the line says exactly <paramref name="value"/>.</summary>
    public bool Has(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => TryGetValue(name, out var found) && found.SequenceEqual(value);

    private static bool TryTakeWord(scoped ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> word)
    {
        var start = 0;
        while (start < text.Length && IsBlank(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && !IsBlank(text[end]))
        {
            end++;
        }

        word = text[start..end];
        text = text[end..];
        return word.Length > 0;
    }

    private static bool IsBlank(byte character) => character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
