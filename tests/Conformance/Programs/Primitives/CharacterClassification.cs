using System;

namespace Tarn.Conformance;

/// <summary>What the characters are: Latin-1 one by one, all others in sums.</summary>
public static class CharacterClassification
{
    private static int Classes(char c) =>
        (char.IsLetter(c) ? 1 : 0) | (char.IsDigit(c) ? 2 : 0) | (char.IsWhiteSpace(c) ? 4 : 0) | (char.IsUpper(c) ? 8 : 0)
        | (char.IsLower(c) ? 16 : 0) | (char.IsPunctuation(c) ? 32 : 0)
        | (char.IsSymbol(c) ? 64 : 0) | (char.IsControl(c) ? 128 : 0) | (char.IsSeparator(c) ? 256 : 0) | (char.IsNumber(c) ? 512 : 0)
        | (char.IsLetterOrDigit(c) ? 1024 : 0) | (char.IsSurrogate(c) ? 2048 : 0)
        | (char.IsHighSurrogate(c) ? 4096 : 0) | (char.IsLowSurrogate(c) ? 8192 : 0);

    private static int AsciiClasses(char c) =>
        (char.IsAscii(c) ? 1 : 0) | (char.IsAsciiLetter(c) ? 2 : 0) | (char.IsAsciiDigit(c) ? 4 : 0) | (char.IsAsciiHexDigit(c) ? 8 : 0)
        | (char.IsAsciiLetterUpper(c) ? 16 : 0) | (char.IsAsciiLetterLower(c) ? 32 : 0)
        | (char.IsAsciiLetterOrDigit(c) ? 64 : 0) | (char.IsAsciiHexDigitLower(c) ? 128 : 0) | (char.IsAsciiHexDigitUpper(c) ? 256 : 0)
        | (char.IsBetween(c, '3', 'e') ? 512 : 0);

    public static void Run()
    {
        for (var row = 0; row < 256; row += 16)
        {
            var line = row.ToString("X2") + ":";
            for (var c = row; c < row + 16; c++)
            {
                line += " " + Classes((char)c).ToString() + "/" + AsciiClasses((char)c).ToString() + "/"
                    + ((int)char.GetUnicodeCategory((char)c)).ToString();
            }

            Console.WriteLine(line);
        }

        for (var block = 0; block < 0x10000; block += 0x400)
        {
            var hash = 17u;
            for (var c = block; c < block + 0x400; c++)
            {
                hash = (hash * 31) + (uint)Classes((char)c);
                hash = (hash * 31) + (uint)char.GetUnicodeCategory((char)c);
                hash = (hash * 31) + (uint)AsciiClasses((char)c);
            }

            Console.WriteLine(block.ToString("X4") + " " + hash.ToString("X8"));
        }
    }
}
