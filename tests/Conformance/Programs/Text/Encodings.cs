using System;
using System.Text;

namespace Tarn.Conformance;

/// <summary>Text to bytes and back: UTF-8, ASCII and Latin-1, with what cannot be encoded or decoded.</summary>
public static class Encodings
{
    private static readonly string[] Texts =
    [
        "", "plain", "äöüß", "€ → 你好", "😀𝄞", "\uD83D alone", "\uDE00\uD83D", "end\uD83D", "\0\u007F\u0080\u07FF\u0800\uFFFF",
    ];

    private static readonly byte[][] Sequences =
    [
        [],
        [0x41, 0x42],
        [0xC3, 0xA4],
        [0xC3],
        [0xC3, 0x41],
        [0x80, 0xBF],
        [0xC0, 0x80],
        [0xE2, 0x82, 0xAC],
        [0xE2, 0x82],
        [0xE2, 0x82, 0x41],
        [0xE0, 0x80, 0x80],
        [0xED, 0xA0, 0x80],
        [0xF0, 0x9F, 0x98, 0x80],
        [0xF0, 0x9F, 0x98],
        [0xF0, 0x9F, 0x41],
        [0xF0, 0x80, 0x80, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [0xF5, 0xFF, 0xFE],
        [0x41, 0xF0, 0x9F, 0xC3, 0xA4, 0xE2],
        [0xEF, 0xBB, 0xBF, 0x41],
    ];

    public static void Run()
    {
        foreach (var text in Texts)
        {
            Print(Encoding.UTF8.GetBytes(text));
            Console.WriteLine(Encoding.UTF8.GetByteCount(text));
            Print(Encoding.ASCII.GetBytes(text));
        }

        Print(Encoding.Latin1.GetBytes("aäÿ€"));
        Print(Encoding.Unicode.GetBytes("a€😀\uD800"));
        Print(Encoding.BigEndianUnicode.GetBytes("a€😀\uDC00"));
        Print(Encoding.Unicode.GetPreamble());
        Console.WriteLine(Codes(Encoding.Unicode.GetString([0x61, 0, 0x3D, 0xD8, 0, 0xDE, 0, 0xD8, 0x62, 0, 0x63])));
        Console.WriteLine(Codes(Encoding.BigEndianUnicode.GetString([0, 0x61, 0xD8, 0x3D, 0xDE, 0, 0xDC, 0])));
        Console.WriteLine(Encoding.Unicode.GetByteCount("a😀") + " " + Encoding.Unicode.GetCharCount([1, 2, 3]) + Encoding.Unicode.WebName);
        foreach (var sequence in Sequences)
        {
            var text = Encoding.UTF8.GetString(sequence);
            Console.WriteLine(
                Encoding.UTF8.GetCharCount(sequence) + " " + Codes(text) + "/ " + Codes(Encoding.ASCII.GetString(sequence)) + "/ " +
                Codes(Encoding.Latin1.GetString(sequence)));
        }

        var bytes = new byte[8];
        Console.WriteLine(Encoding.UTF8.GetBytes("añb", 1, 2, bytes, 3));
        Print(bytes);
        Console.WriteLine(Encoding.UTF8.TryGetBytes("€€€", bytes, out var written) + " " + written);
        Console.WriteLine(
            Encoding.UTF8.GetString(bytes, 3, 3) + Encoding.UTF8.GetMaxByteCount(5) + Encoding.UTF8.GetMaxCharCount(5) +
            Encoding.UTF8.WebName);
        var characters = new char[4];
        Console.WriteLine(Encoding.UTF8.GetChars([0x61, 0xC3, 0xA9], 0, 3, characters, 1) + " " + characters[1] + characters[2]);
        Print(Encoding.UTF8.GetPreamble());
        Print(new UTF8Encoding(false).GetPreamble());
        Print("u8 literal ä"u8.ToArray());
        Console.WriteLine("x"u8.SequenceEqual("x"u8) + " " + Encoding.UTF8.GetString("abc"u8));

        for (var value = 0; value <= 0x10FFFF; value += 0x3FFF)
        {
            if (Rune.TryCreate(value, out var rune))
            {
                var encoded = Encoding.UTF8.GetBytes(rune.ToString());
                Console.Write(encoded.Length + (Encoding.UTF8.GetString(encoded) == rune.ToString() ? "=" : "!"));
            }
        }

        Console.WriteLine();
    }

    private static void Print(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var b in bytes)
        {
            text.Append(b.ToString("X2")).Append(' ');
        }

        Console.WriteLine(text.ToString());
    }

    private static string Codes(string text)
    {
        var codes = "";
        foreach (var c in text)
        {
            codes += ((int)c).ToString("X") + " ";
        }

        return codes;
    }
}
