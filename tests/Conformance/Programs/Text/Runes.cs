using System;
using System.Buffers;
using System.Text;

namespace Tarn.Conformance;

/// <summary>Unicode scalar values: creation, encodings, decoding of what is whole, cut off or wrong.</summary>
public static class Runes
{
    public static void Run()
    {
        int[] values = [0, 'A', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF, 0x110000, -1];
        Span<byte> bytes = stackalloc byte[4];
        Span<char> characters = stackalloc char[2];
        foreach (var value in values)
        {
            if (!Rune.IsValid(value))
            {
                Console.WriteLine(value.ToString("X") + " is none");
                continue;
            }

            var rune = new Rune(value);
            var byteCount = rune.EncodeToUtf8(bytes);
            var charCount = rune.EncodeToUtf16(characters);
            Console.Write($"{value:X}: {rune.Utf8SequenceLength} {rune.Utf16SequenceLength} {rune.Plane} {rune.IsAscii} {rune.IsBmp}");
            foreach (var b in bytes[..byteCount])
            {
                Console.Write($" {b:X2}");
            }

            foreach (var c in characters[..charCount])
            {
                Console.Write($" {(int)c:X4}");
            }

            Rune.DecodeFromUtf8(bytes[..byteCount], out var fromUtf8, out var consumedBytes);
            Rune.DecodeFromUtf16(characters[..charCount], out var fromUtf16, out var consumedChars);
            Console.WriteLine($" {fromUtf8 == rune} {consumedBytes} {fromUtf16.Equals(rune)} {consumedChars}");
        }

        Decode([0xE2, 0x82]);
        Decode([0xE2, 0x28, 0xA1]);
        Decode([0x80]);
        Decode([]);
        Decode([0xF0, 0x90, 0x8C]);
        Decode([0xED, 0xA0, 0x80]);
        Console.WriteLine(new Rune('a') < new Rune('b'));
        Console.WriteLine(
            new Rune('\uD83D', '\uDE00').ToString() + Rune.ReplacementChar.Value.ToString("X") + Rune.GetRuneAt("x😀", 1).Value);
        Console.WriteLine(Rune.TryGetRuneAt("\uDE00", 0, out _) + " " + new Rune('x').CompareTo(new Rune('x')));
        var count = 0;
        foreach (var rune in "naïve 😀 text".EnumerateRunes())
        {
            count += rune.Utf8SequenceLength;
        }

        Console.WriteLine(count);
    }

    private static void Decode(byte[] bytes)
    {
        var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
        Console.WriteLine((int)status + " " + rune.Value.ToString("X") + " " + consumed);
    }
}
