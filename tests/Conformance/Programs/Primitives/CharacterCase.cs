using System;
using System.Globalization;

namespace Tarn.Conformance;

/// <summary>Upper and lower case, surrogates, and characters as text.</summary>
public static class CharacterCase
{
    public static void Run()
    {
        for (var block = 0; block < 0x10000; block += 0x800)
        {
            var upper = 0u;
            var lower = 0u;
            for (var c = block; c < block + 0x800; c++)
            {
                upper = (upper * 31) + char.ToUpperInvariant((char)c);
                lower = (lower * 31) + char.ToLowerInvariant((char)c);
            }

            Console.WriteLine($"{block:X4} {upper:X8} {lower:X8}");
        }

        foreach (var c in "aZ5\u00E4\u00DF\u00FF\u00B5\u0131\u0130\u01C5\u0436\u042F\u03C9\u03A3\u03C2\u1E9E\u2170\uFF21\u10D0")
        {
            Console.WriteLine(
                $"{(int)c:X4} {char.ToUpper(c)} {char.ToLower(c)} {(int)char.ToUpper(c, CultureInfo.InvariantCulture):X4} "
                + $"{(int)char.ToLower(c, CultureInfo.InvariantCulture):X4}");
        }

        Console.WriteLine(
            $"{char.ConvertToUtf32('\uD83D', '\uDE00'):X} {char.ConvertFromUtf32(0x1F600).Length} {char.ConvertFromUtf32(0x41)} "
            + $"{char.ConvertToUtf32("x\uD83D\uDE00", 1):X} {char.IsSurrogatePair('\uD83D', '\uDE00')} "
            + $"{char.IsSurrogatePair("a\uD83D\uDE00", 0)} {char.IsSurrogatePair("a\uD83D\uDE00", 1)}");
        Console.WriteLine(
            $"{'x'} {'x'.ToString()} {char.ToString('y')} {char.Parse("z")} {char.TryParse("ab", out _)} "
            + $"{char.TryParse("q", out var parsed)} {parsed} {'a'.CompareTo('c')} {'a'.Equals('a')} {'a'.Equals((object)97)} "
            + $"{'a'.GetHashCode()} {(int)char.MaxValue} {(int)char.MinValue}");
    }
}
