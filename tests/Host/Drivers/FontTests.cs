using NUnit.Framework;
using Tarn.Drivers;

namespace Tarn.Tests.Host.Drivers;

/// <summary>The font: its numbers are its drawing, and it has what it promises.</summary>
[TestFixture]
public class FontTests
{
    private const string ColumnSeparator = " ";

    [Test]
    public void TheNumbersAreTheDrawing()
    {
        var drawn = ReadDrawing().ToList();
        if (Environment.GetEnvironmentVariable("TARN_UPDATE_FONT") == "1")
        {
            var file = Path.Combine(Folder(), "Font.cs");
            var lines = File.ReadAllLines(file);
            var start = Array.IndexOf(lines, "    [") + 1;
            var table = drawn.Select(glyph => $"        {string.Join(' ', glyph.Rows.Select(row => $"0x{row:X2},"))} // {glyph.Code:X4}");
            File.WriteAllText(file, string.Join('\n', [.. lines[..start], .. table, .. lines[(start + drawn.Count)..], string.Empty]));
            Assert.Inconclusive("Font.cs is written anew: build, and test once more.");
        }

        Assert.That(drawn.SelectMany(glyph => glyph.Rows), Is.EqualTo(Font.Rows.ToArray()));
    }

    [Test]
    public void EveryGlyphIsWhereItsCharacterIsLookedFor()
    {
        var number = 0;
        foreach (var (code, _) in ReadDrawing())
        {
            Assert.That(Glyphs.FromScalar((uint)code), Is.EqualTo(number), $"U+{code:X4}");
            number++;
        }

        Assert.That(number, Is.EqualTo(256));
    }

    [Test]
    public void AsciiAndBoxDrawingAreThereAndAllDiffer()
    {
        var shapes = new Dictionary<string, int>();
        foreach (var code in Enumerable.Range(0x20, 0x5F).Concat(Enumerable.Range(0x2500, 0xA0)))
        {
            var glyph = Glyphs.FromScalar((uint)code);
            Assert.That(glyph, Is.Not.EqualTo(Glyphs.NoGlyph), $"U+{code:X4}");
            var shape = Convert.ToHexString(Font.Rows.Slice(glyph * Font.Height, Font.Height));
            Assert.That(shapes.TryAdd(shape, code), Is.True, $"U+{code:X4} looks as another");
        }
    }

    [TestCase(0u)]
    [TestCase(0x1Fu)]
    [TestCase(0x7Fu)]
    [TestCase(0xE4u)]
    [TestCase(0x24FFu)]
    [TestCase(0x25A0u)]
    [TestCase(0xFFFDu)]
    [TestCase(0x1F600u)]
    public void WhatTheFontDoesNotHaveIsABlock(uint scalar) => Assert.That(Glyphs.FromScalar(scalar), Is.EqualTo(Glyphs.NoGlyph));

    /// <summary>Lines that go on in the next cell reach its edge, and meet there.</summary>
    [TestCase("─━┄┅┈┉╌╍═╾╼┼╬╪╫╋", true, false)]
    [TestCase("│┃║╽╿┼╬╪╫╋├┤╠╣", false, true)]
    public void LinesReachTheEdges(string characters, bool across, bool down)
    {
        foreach (var character in characters)
        {
            var rows = Font.Rows.Slice(Glyphs.FromScalar(character) * Font.Height, Font.Height).ToArray();
            if (across)
            {
                Assert.That(rows.Any(row => (row & 0x80) != 0), Is.True, $"{character} at the left");
            }

            if (down)
            {
                Assert.That(rows[0], Is.Not.Zero, $"{character} at the top");
                Assert.That(rows[^1], Is.Not.Zero, $"{character} at the bottom");
            }
        }
    }

    private static IEnumerable<(int Code, byte[] Rows)> ReadDrawing()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), "Font.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)).ToList();
        for (var line = 0; line < lines.Count; line += 1 + Font.Height)
        {
            var codes = lines[line].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var rows = lines.GetRange(line + 1, Font.Height).Select(row => row.Split(ColumnSeparator)).ToList();
            for (var index = 0; index < codes.Length; index++)
            {
                var dots = rows.Select(row => Convert.ToByte(row[index].Replace('#', '1').Replace('.', '0'), 2));
                yield return (Convert.ToInt32(codes[index], 16), dots.ToArray());
            }
        }
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nuke.sln")))
            {
                return Path.Combine(folder.FullName, "drivers", "Framebuffer");
            }
        }

        throw new InvalidOperationException("The tests do not run from a clone.");
    }
}
