using System.Text;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>The console on a simulated framebuffer: every pixel is looked at.</summary>
[TestFixture]
public class FramebufferTests
{
    private const uint Background = 0x0E1116, Foreground = 0xD0D4DA;
    private const byte Untouched = 0xA5;

    [Test]
    public void OpeningMakesEveryPixelKnownAndNoOther()
    {
        var framebuffer = Describe(323, 131, 323 * 4 + 20);
        var (picture, console) = Open(framebuffer);

        Assert.That((console.Columns, console.Rows), Is.EqualTo((40, 8)));
        for (var y = 0; y < 131; y++)
        {
            for (var x = 0; x < 323; x++)
            {
                // What is left over is the same on both sides: three pixels across, and three down.
                var isCursor = x is >= 1 and < 9 && y is >= 1 and < 17;
                Assert.That(picture[x, y], Is.EqualTo(isCursor ? Foreground : Background), $"{x}, {y}");
            }
        }

        for (var offset = 323 * 4; offset < framebuffer.Pitch; offset++)
        {
            Assert.That(picture.Bytes[offset], Is.EqualTo(Untouched), "behind the row");
        }
    }

    [TestCase(320, 200, 1280)]
    [TestCase(320, 200, 1284)]
    [TestCase(333, 201, 4096)]
    [TestCase(1280, 800, 5120)]
    public void TextIsTheFontsPixels(int width, int height, int pitch)
    {
        var (picture, console) = Open(Describe(width, height, pitch));
        console.Write("Tarn ┌─┐\n│ä│"u8);

        ExpectScreen(picture, console, width, height, ["Tarn ┌─┐", "│ä│"], cursorRow: 1, cursorColumn: 3);
    }

    [TestCase(8, 16, 8, 8, 8, 0, 0xD0D4DAu, 0x0E1116u)]
    [TestCase(8, 0, 8, 8, 8, 16, 0xDAD4D0u, 0x16110Eu)]
    [TestCase(8, 24, 8, 16, 8, 8, 0xD0D4DA00u, 0x0E111600u)]
    [TestCase(10, 20, 10, 10, 10, 0, 0x340D4368u, 0x03811058u)]
    [TestCase(5, 11, 6, 5, 5, 0, 0xD6BBu, 0x0882u)]
    public void MasksMakeUpThePixels(
        byte redSize, byte redShift, byte greenSize, byte greenShift, byte blueSize, byte blueShift, uint foreground, uint background)
    {
        var framebuffer = Describe(320, 200, 1280);
        (framebuffer.RedSize, framebuffer.RedShift) = (redSize, redShift);
        (framebuffer.GreenSize, framebuffer.GreenShift) = (greenSize, greenShift);
        (framebuffer.BlueSize, framebuffer.BlueShift) = (blueSize, blueShift);
        var (picture, _) = Open(framebuffer);

        Assert.That(picture[0, 4], Is.EqualTo(foreground), "the cursor");
        Assert.That(picture[100, 100], Is.EqualTo(background));
    }

    [TestCase("absent", FramebufferFaultKind.Absent, "no framebuffer")]
    [TestCase("16 bits", FramebufferFaultKind.OtherDepth, "the framebuffer's pixels are not of 32 bits: 320x200, 16 bits a pixel")]
    [TestCase("24 bits", FramebufferFaultKind.OtherDepth, "the framebuffer's pixels are not of 32 bits: 320x200, 24 bits a pixel")]
    [TestCase("model", FramebufferFaultKind.OtherFormat, "the framebuffer's pixels are not red, green and blue by masks: 320x200, 32 bits a pixel")]
    [TestCase("empty mask", FramebufferFaultKind.OtherFormat, null)]
    [TestCase("overlap", FramebufferFaultKind.OtherFormat, null)]
    [TestCase("outside", FramebufferFaultKind.OtherFormat, null)]
    [TestCase("narrow", FramebufferFaultKind.TooSmall, "the framebuffer has no room for text: 159x200, 32 bits a pixel")]
    [TestCase("low", FramebufferFaultKind.TooSmall, null)]
    public void WhatItCannotShowIsSaidAndLeftAlone(string spoiled, FramebufferFaultKind kind, string? words)
    {
        var framebuffer = Describe(320, 200, 1280);
        switch (spoiled)
        {
            case "absent": framebuffer = default; break;
            case "16 bits": framebuffer.BitsPerPixel = 16; break;
            case "24 bits": framebuffer.BitsPerPixel = 24; break;
            case "model": framebuffer.MemoryModel = 0; break;
            case "empty mask": framebuffer.GreenSize = 0; break;
            case "overlap": framebuffer.GreenShift = 7; break;
            case "outside": framebuffer.RedShift = 25; break;
            case "narrow": framebuffer.Width = 159; break;
            case "low": framebuffer.Height = 127; break;
        }

        var picture = new SimulatedFramebuffer(320, 200, 1280);
        Assert.That(Framebuffer.TryOpen(in framebuffer, new SimulatedFramebufferMemory(picture), out var console, out var fault), Is.False);
        Assert.That(console, Is.Null);
        Assert.That(fault.Kind, Is.EqualTo(kind));
        Assert.That(picture.Writes, Is.Zero);
        if (words is not null)
        {
            Assert.That(fault.ToString(), Is.EqualTo(words));
        }
    }

    [TestCase("one\ntwo", new[] { "one", "two" }, 1, 3)]
    [TestCase("first\rsec", new[] { "secst" }, 0, 3)]
    [TestCase("a\tb", new[] { "a       b" }, 0, 9)]
    [TestCase("abc\b\bX", new[] { "aXc" }, 0, 2)]
    [TestCase("\b\bX", new[] { "X" }, 0, 1)]
    [TestCase("a\ab", new[] { "ab" }, 0, 2)]
    [TestCase("0123456789012345678901234567890123456789", new[] { "0123456789012345678901234567890123456789" }, 0, 40)]
    [TestCase("0123456789012345678901234567890123456789\nx", new[] { "0123456789012345678901234567890123456789", "x" }, 1, 1)]
    [TestCase("0123456789012345678901234567890123456789x", new[] { "0123456789012345678901234567890123456789", "x" }, 1, 1)]
    public void ControlCodesDoWhatTheySay(string text, string[] rows, int row, int column)
    {
        var (picture, console) = Open(Describe(320, 200, 1280));
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            console.Write([value]);
        }

        Assert.That((console.CursorRow, console.CursorColumn), Is.EqualTo((row, column)));
        ExpectScreen(picture, console, 320, 200, rows, row, Math.Min(column, 39));
    }

    [Test]
    public void ScrollingMovesTheRowsByAStepAndTextGoesOnBelow()
    {
        var (picture, console) = Open(Describe(320, 200, 1280));
        Assert.That(console.Rows, Is.EqualTo(12));
        for (var line = 0; line < 20; line++)
        {
            console.Write(Encoding.UTF8.GetBytes($"line {line}\n"));
        }

        // Each time that the last of the twelve rows is full, the screen moves up by four: at lines 12, 16 and 20.
        const int first = 12;
        Assert.That(console.CursorRow, Is.EqualTo(8));
        ExpectScreen(picture, console, 320, 200, Enumerable.Range(first, 20 - first).Select(line => $"line {line}"), console.CursorRow, 0);
    }

    [Test]
    public void ManyLinesInOneWriteArePaintedOnce()
    {
        var (picture, console) = Open(Describe(320, 200, 1280));
        var before = picture.Writes;
        console.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1000).Select(line => $"line {line}\n"))));

        Assert.That(picture.Writes - before, Is.LessThanOrEqualTo((console.Rows * console.Columns + 2) * 128));
    }

    [Test]
    public void OneCharacterPaintsTwoCells()
    {
        var (picture, console) = Open(Describe(1280, 800, 5120));
        var before = picture.Writes;
        console.Write("x"u8);

        Assert.That(picture.Writes - before, Is.EqualTo(2 * 8 * 16), "itself and the cursor");
    }

    [Test]
    public void ColoursAreThoseOfThePalette()
    {
        var (picture, console) = Open(Describe(320, 200, 1280));
        console.Foreground = FramebufferColor.Red;
        console.Background = FramebufferColor.White;
        console.Write("█ "u8);

        Assert.That(picture[0, 4], Is.EqualTo(0xD0483E));
        Assert.That(picture[8, 4], Is.EqualTo(0xFFFFFF));
    }

    [Test]
    public void ClearingTakesTheColoursOfTheMoment()
    {
        var (picture, console) = Open(Describe(320, 200, 1280));
        console.Write("text"u8);
        console.Background = FramebufferColor.Blue;
        console.Clear();

        Assert.That((console.CursorRow, console.CursorColumn), Is.EqualTo((0, 0)));
        Assert.That(picture[20, 4], Is.EqualTo(0x3B6FD4));
        Assert.That(picture[300, 180], Is.EqualTo(0x3B6FD4));
    }

    /// <summary>A panic strikes between any two writes to the framebuffer, and its text is shown whole.</summary>
    [Test]
    public void AnotherWriteMayStrikeAnywhere()
    {
        for (var strike = 1; ; strike++)
        {
            var (picture, console) = Open(Describe(160, 128, 640));
            console.Write("one\ntwo\nthree"u8);
            var count = 0;
            picture.AroundWrite = () =>
            {
                if (++count == strike)
                {
                    picture.AroundWrite = null;
                    throw new InterruptedException();
                }
            };
            try
            {
                console.Foreground = FramebufferColor.Green;
                console.Write("\nfour"u8);
                Assert.That(strike, Is.GreaterThan(100));
                return;
            }
            catch (InterruptedException)
            {
                console.Foreground = FramebufferColor.LightGray;
                console.Write("\rPANIC"u8);
            }

            var text = console.CursorRow == 3 ? "PANIC" : throw new InvalidOperationException("in another row");
            for (var column = 0; column < text.Length; column++)
            {
                ExpectGlyph(picture, 0, 0, 3, column, text[column], Foreground, Background);
            }
        }
    }

    private static void ExpectScreen(
        SimulatedFramebuffer picture, FramebufferConsole<SimulatedFramebufferMemory> console, int width, int height, IEnumerable<string> rows, int cursorRow, int cursorColumn)
    {
        var lines = rows.ToList();
        var left = (width - console.Columns * 8) / 2;
        var top = (height - console.Rows * 16) / 2;
        for (var row = 0; row < console.Rows; row++)
        {
            for (var column = 0; column < console.Columns; column++)
            {
                var character = row < lines.Count && column < lines[row].Length ? lines[row][column] : ' ';
                var isCursor = (row, column) == (cursorRow, cursorColumn);
                ExpectGlyph(picture, left, top, row, column, character, isCursor ? Background : Foreground, isCursor ? Foreground : Background);
            }
        }
    }

    private static void ExpectGlyph(SimulatedFramebuffer picture, int left, int top, int row, int column, char character, uint foreground, uint background)
    {
        for (var y = 0; y < 16; y++)
        {
            var dots = Font.Rows[Glyphs.FromScalar(character) * 16 + y];
            for (var x = 0; x < 8; x++)
            {
                var expected = (dots & 0x80 >> x) != 0 ? foreground : background;
                if (picture[left + column * 8 + x, top + row * 16 + y] != expected)
                {
                    Assert.Fail($"'{character}' at row {row}, column {column}: pixel {x}, {y}");
                }
            }
        }
    }

    private static FramebufferInformation Describe(int width, int height, int pitch) => new()
    {
        Address = 0x1000,
        Width = (uint)width,
        Height = (uint)height,
        Pitch = (uint)pitch,
        BitsPerPixel = 32,
        MemoryModel = FramebufferInformation.RedGreenBlue,
        RedSize = 8,
        RedShift = 16,
        GreenSize = 8,
        GreenShift = 8,
        BlueSize = 8,
        BlueShift = 0,
    };

    private static (SimulatedFramebuffer Picture, FramebufferConsole<SimulatedFramebufferMemory> Console) Open(FramebufferInformation framebuffer)
    {
        var picture = new SimulatedFramebuffer((int)framebuffer.Width, (int)framebuffer.Height, (int)framebuffer.Pitch);
        var opened = Framebuffer.TryOpen(in framebuffer, new SimulatedFramebufferMemory(picture), out var console, out var fault);
        Assert.That(opened, Is.True, fault.ToString());
        return (picture, console!);
    }
}
