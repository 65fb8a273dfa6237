using System;

namespace Tarn.Testing;

/// <summary>Patterns in which <c>*</c> stands for any text, none included, and every other byte for itself.</summary>
/// <remarks>Kernel and host match with this one, so that a pattern means the same on both sides. Does not allocate.</remarks>
public static class TextPattern
{
    private const byte AnyText = (byte)'*';

    /// <summary>Whether the whole of <paramref name="text"/> matches. Both are UTF-8.</summary>
    public static bool Matches(ReadOnlySpan<byte> text, ReadOnlySpan<byte> pattern) => Find(text, pattern, isWhole: true);

    /// <summary>Whether some part of <paramref name="text"/> matches, as if the pattern had a star at both ends. Both are UTF-8.</summary>
    public static bool IsFoundIn(ReadOnlySpan<byte> text, ReadOnlySpan<byte> pattern) => Find(text, pattern, isWhole: false);

    private static bool Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> pattern, bool isWhole)
    {
        var textIndex = 0;
        var patternIndex = 0;

        // Where to go on when what follows the last star does not match here; a part may start as if after a star.
        var resumeText = 0;
        var resumePattern = isWhole ? -1 : 0;
        while (textIndex < text.Length)
        {
            if (patternIndex == pattern.Length && !isWhole)
            {
                return true;
            }

            if (patternIndex < pattern.Length && pattern[patternIndex] == AnyText)
            {
                resumePattern = ++patternIndex;
                resumeText = textIndex;
            }
            else if (patternIndex < pattern.Length && pattern[patternIndex] == text[textIndex])
            {
                patternIndex++;
                textIndex++;
            }
            else if (resumePattern >= 0)
            {
                // The last star takes one byte more, and what follows it is tried again from there.
                patternIndex = resumePattern;
                textIndex = ++resumeText;
            }
            else
            {
                return false;
            }
        }

        while (patternIndex < pattern.Length && pattern[patternIndex] == AnyText)
        {
            patternIndex++;
        }

        return patternIndex == pattern.Length;
    }
}
