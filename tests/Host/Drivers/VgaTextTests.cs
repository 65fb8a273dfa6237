using System;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Drivers;

namespace Tarn.Tests.Host.Drivers;

/// <summary>The text screen against a simulated card and a model of what should be seen.</summary>
[TestFixture]
public class VgaTextTests
{
    [Test]
    public void OpeningClearsTheScreen()
    {
        var (card, screen, text) = Open();

        Assert.Multiple(() =>
        {
            Assert.That(screen.Cells, Is.All.EqualTo(0x0720), "blanks, light gray on black");
            Assert.That(card.CursorLocation, Is.Zero);
            Assert.That(card.StartAddress, Is.Zero);
            Assert.That(card.IsCursorHidden, Is.False);
            Assert.That(card.IsPictureShown, Is.True);
            Assert.That(card.AttributeMode, Is.EqualTo(0x04), "bright backgrounds instead of blinking");
            Assert.That(text.CursorRow, Is.Zero);
            Assert.That(text.CursorColumn, Is.Zero);
        });
    }

    [Test]
    public void WhatWasOnTheCardBeforeIsUndone()
    {
        var card = new SimulatedVga();
        card.WriteCrtc(0x0A, 0x2D);
        card.WriteCrtc(0x0C, 0x12);
        card.WriteCrtc(0x0D, 0x34);

        Open(card);

        Assert.That(card.IsCursorHidden, Is.False);
        Assert.That(card.StartAddress, Is.Zero);
    }

    [Test]
    public void WithoutACardNothingIsWritten()
    {
        var card = new SimulatedVga { IsAbsent = true };

        var fault = OpenInVain(card);

        Assert.That(fault.Kind, Is.EqualTo(VgaFaultKind.Absent));
        Assert.That(fault.ToString(), Is.EqualTo("no VGA card"));
        Assert.That(card.Writes, Is.Zero);
    }

    [Test]
    public void ACardThatForgetsIsNone()
    {
        Assert.That(OpenInVain(new SimulatedVga { ForgetsCursorLocation = true }).Kind, Is.EqualTo(VgaFaultKind.Absent));
    }

    [Test]
    public void AMonochromeCardIsLeftAlone()
    {
        var card = new SimulatedVga { MiscellaneousOutput = 0x66 };

        Assert.That(OpenInVain(card).Kind, Is.EqualTo(VgaFaultKind.Monochrome));
        Assert.That(card.Writes, Is.Zero, "its registers are at other ports");
    }

    [TestCase(0x0F, 0x0C, TestName = "The graphics controller says pixels")]
    [TestCase(0x05, 0x41, TestName = "Mode 13h")]
    [TestCase(0x0E, 0x0D, TestName = "The attribute controller says pixels")]
    [TestCase(0x02, 0x0C, TestName = "Video memory is at 0xA0000")]
    [TestCase(0x0A, 0x0C, TestName = "Video memory is at 0xB0000")]
    public void AGraphicsModeIsLeftAlone(byte graphicsMiscellaneous, byte attributeMode)
    {
        var card = new SimulatedVga { GraphicsMiscellaneous = graphicsMiscellaneous, AttributeMode = attributeMode };
        var cursor = card.CursorLocation;

        Assert.That(OpenInVain(card).Kind, Is.EqualTo(VgaFaultKind.GraphicsMode));
        Assert.That(card.AttributeMode, Is.EqualTo(attributeMode));
        Assert.That(card.CursorLocation, Is.EqualTo(cursor), "the probe puts back what it wrote");
        Assert.That(card.IsPictureShown, Is.True);
    }

    [TestCase(0x27, 0x4F, 0x1F, 0x8F, 40, 25)]
    [TestCase(0x4F, 0x47, 0x1F, 0x8F, 80, 50)]
    [TestCase(0x4F, 0x4D, 0x1F, 0x8F, 80, 28)]
    [TestCase(0x83, 0x4F, 0x1F, 0x8F, 132, 25)]
    [TestCase(0x4F, 0x4F, 0x1D, 0x8F, 80, 9)]
    [TestCase(0x4F, 0x4F, 0x5F, 0x8F, 80, 57)]
    public void AnotherSizeIsNamed(byte horizontalEnd, byte maximumScanLine, byte overflow, byte verticalEnd, int columns, int rows)
    {
        var card = new SimulatedVga();
        card.WriteCrtc(0x01, horizontalEnd);
        card.WriteCrtc(0x07, overflow);
        card.WriteCrtc(0x09, maximumScanLine);
        card.WriteCrtc(0x12, verticalEnd);

        var fault = OpenInVain(card);

        Assert.That(fault.Kind, Is.EqualTo(VgaFaultKind.OtherSize));
        Assert.That(fault.ToString(), Is.EqualTo($"the VGA text screen has another size than 80x25: {columns}x{rows}"));
    }

    [TestCase("Tarn", "Tarn", 0, 4)]
    [TestCase("one\ntwo", "one\ntwo", 1, 3)]
    [TestCase("\n\n", "", 2, 0)]
    [TestCase("first\rsec", "secst", 0, 3)]
    [TestCase("a\tb", "a       b", 0, 9)]
    [TestCase("12345678\tb", "12345678        b", 0, 17)]
    [TestCase("abc\b\bX", "aXc", 0, 2)]
    [TestCase("\b\bX", "X", 0, 1)]
    [TestCase("abc\b \b", "ab", 0, 2)]
    [TestCase("a\ab", "ab", 0, 2)]
    [TestCase("\0\u0001\u001B\u007F", "■■■■", 0, 4)]
    public void ControlCodesDoWhatTheySay(string written, string shown, int row, int column)
    {
        var (card, screen, text) = Open();

        text.Write(Encoding.UTF8.GetBytes(written));

        Assert.That(screen.ToString(), Is.EqualTo(shown));
        Assert.That(text.CursorRow, Is.EqualTo(row));
        Assert.That(text.CursorColumn, Is.EqualTo(column));
        Assert.That(card.CursorLocation, Is.EqualTo(row * 80 + column));
    }

    [Test]
    public void AFullRowTakesOneRow()
    {
        var (card, screen, text) = Open();
        var row = new string('x', 80);

        text.Write(Encoding.UTF8.GetBytes(row));
        Assert.That(card.CursorLocation, Is.EqualTo(79), "there is no cell after the last");
        text.Write(Encoding.UTF8.GetBytes($"\n{row}y"));

        Assert.That(screen.ToString(), Is.EqualTo($"{row}\n{row}\ny"));
    }

    [Test]
    public void ABackspaceInAFullRowGoesToItsLastCell()
    {
        var (_, screen, text) = Open();

        text.Write(Encoding.UTF8.GetBytes(new string('x', 80) + "\b \b\bz"));

        Assert.That(screen.Row(0), Is.EqualTo(new string('x', 78) + 'z'));
        Assert.That(screen.Row(1), Is.Empty);
    }

    [Test]
    public void ATabInTheLastColumnsFillsTheRow()
    {
        var (_, screen, text) = Open();

        text.Write(Encoding.UTF8.GetBytes(new string('x', 75) + "\t\ty"));

        Assert.That(screen.ToString(), Is.EqualTo(new string('x', 75) + "\ny"));
    }

    [Test]
    public void AnyTextLooksAsInTheModel()
    {
        var row = new string('w', 79);
        var piece = Gen.Elements("\n", "\r", "\t", "\b", "a", "Z", "│", "ü", " ", row, row + row + row, "\n\n\n\n\n\n\n");
        Prop.ForAll(piece.ArrayOf().ListOf().ToArbitrary(), texts =>
        {
            var (card, screen, text) = Open();
            var model = new ModelScreen();
            foreach (var written in texts.Select(pieces => string.Concat(pieces)))
            {
                text.Write(Encoding.UTF8.GetBytes(written));
                model.Write(written);
                if (screen.ToString() != model.ToString()
                    || (text.CursorRow, text.CursorColumn) != (model.CursorRow, model.CursorColumn)
                    || card.CursorLocation != model.CursorRow * 80 + Math.Min(model.CursorColumn, 79))
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void ScrollingMovesColoursToo()
    {
        var (_, screen, text) = Open();
        text.Write("\nplain"u8);
        text.Foreground = VgaColor.Yellow;
        text.Background = VgaColor.Blue;
        text.Write("\nbright"u8);
        text.Write(Enumerable.Repeat((byte)'\n', 23).ToArray());

        Assert.Multiple(() =>
        {
            Assert.That(screen.Row(0), Is.EqualTo("plain"));
            Assert.That(screen.AttributeAt(0, 0), Is.EqualTo(0x07));
            Assert.That(screen.Row(1), Is.EqualTo("bright"));
            Assert.That(screen.AttributeAt(1, 0), Is.EqualTo(0x1E));
            Assert.That(screen.AttributeAt(24, 40), Is.EqualTo(0x1E), "a new row has the colours of the moment");
        });
    }

    [Test]
    public void EveryColourHasItsBits()
    {
        var (_, screen, text) = Open();
        foreach (var foreground in Enum.GetValues<VgaColor>())
        {
            foreach (var background in Enum.GetValues<VgaColor>())
            {
                text.Foreground = foreground;
                text.Background = background;
                text.Write("\rx"u8);

                Assert.That(text.Foreground, Is.EqualTo(foreground));
                Assert.That(text.Background, Is.EqualTo(background));
                Assert.That(screen.Cells[0], Is.EqualTo((int)background << 12 | (int)foreground << 8 | 'x'));
            }
        }
    }

    [Test]
    public void ClearingTakesTheColoursOfTheMoment()
    {
        var (card, screen, text) = Open();
        text.Write("gone"u8);
        text.Background = VgaColor.Red;

        text.Clear();

        Assert.That(screen.Cells, Is.All.EqualTo(0x4720));
        Assert.That(card.CursorLocation, Is.Zero);
    }

    [Test]
    public void OnlyCellsThatChangeAreWritten()
    {
        var (_, screen, text) = Open();

        var before = screen.Writes;
        text.Write("four"u8);
        Assert.That(screen.Writes - before, Is.EqualTo(4));

        // Scrolls one row with four characters in it off an otherwise blank screen.
        before = screen.Writes;
        text.Write(Enumerable.Repeat((byte)'\n', 25).ToArray());
        Assert.That(screen.Writes - before, Is.EqualTo(4));
    }

    [Test]
    public void AWriteIsBoundedHoweverOftenItScrolls()
    {
        var (_, screen, text) = Open();
        var before = screen.Writes;

        text.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1000).Select(number => $"line {number}\n"))));

        Assert.That(screen.Writes - before, Is.LessThanOrEqualTo(2000));
        Assert.That(screen.Row(23), Is.EqualTo("line 999"));
    }

    [Test]
    public void ACharacterMayBeSplitAtEveryByte()
    {
        const string written = "a│ü≈€😀z\n";
        var bytes = Encoding.UTF8.GetBytes(written);
        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var second = first; second <= bytes.Length; second++)
            {
                var (_, screen, text) = Open();
                text.Write(bytes.AsSpan(0, first));
                text.Write(bytes.AsSpan(first..second));
                text.Write(bytes.AsSpan(second));

                Assert.That(screen.ToString(), Is.EqualTo("a│ü≈■■z"), $"split at {first} and {second}");
            }
        }
    }

    [Test]
    public void APanicMayStrikeAtEveryAccess()
    {
        byte[][] rows = [[.. "aaaaa\n"u8], [.. "bbbbb\n"u8], [.. "ccccc\n"u8]];
        var interruptions = 0;
        bool interrupted;
        do
        {
            var (card, screen, text) = Open();

            // The rows repeat after three, and both texts together scroll by three: what the first one has only half changed,
            // the second one wants as it was.
            foreach (var row in Enumerable.Range(0, 24))
            {
                text.Write(rows[row % rows.Length]);
            }

            var accesses = 0;
            interruptions++;
            card.BeforeAccess = screen.AroundWrite = () =>
            {
                if (++accesses == interruptions)
                {
                    throw new InterruptedException();
                }
            };

            interrupted = false;
            try
            {
                text.Write("│ scrolls\n and scrolls\n"u8);
            }
            catch (InterruptedException)
            {
                interrupted = true;
            }

            card.BeforeAccess = screen.AroundWrite = null;
            text.Write("\nPANIC"u8);

            Assert.That(screen.Row(24), Is.EqualTo("PANIC"));
            Assert.That(card.CursorLocation, Is.EqualTo(24 * 80 + 5));
            Assert.That(screen.Row(22), Is.EqualTo(" and scrolls"), $"interrupted at access {interruptions}");
            Assert.That(screen.Row(0), Is.EqualTo("aaaaa"), $"interrupted at access {interruptions}");
        }
        while (interrupted);

        Assert.That(interruptions, Is.GreaterThan(100));
    }

    [Test]
    public void AnInterruptedCharacterDoesNotSpoilThePanic()
    {
        var (_, screen, text) = Open();
        text.Write("abc\xE2\x94"u8[..^2]);
        text.Write([0xE2, 0x94]);

        text.Write("\nPANIC"u8);

        Assert.That(screen.ToString(), Does.EndWith("■\nPANIC"));
    }

    [Test]
    public unsafe void TheCardsOwnMemoryIsWrittenAsWords()
    {
        var cells = stackalloc ushort[3];
        var memory = new VgaTextMemory((nuint)cells);

        memory.WriteCell(0, 0x0741);
        memory.WriteCell(2, 0x1E42);

        Assert.That(cells[0], Is.EqualTo(0x0741));
        Assert.That(cells[1], Is.Zero);
        Assert.That(cells[2], Is.EqualTo(0x1E42));
    }

    private static (SimulatedVga Card, SimulatedScreen Screen, VgaText<SimulatedPorts, SimulatedTextMemory> Text) Open(
        SimulatedVga? card = null)
    {
        card ??= new SimulatedVga();
        var screen = new SimulatedScreen();
        var opened = VgaText.TryOpen(new SimulatedPorts(card), new SimulatedTextMemory(screen), out var text, out var fault);
        Assert.That(opened, Is.True, fault.ToString());
        return (card, screen, text!);
    }

    private static VgaFault OpenInVain(SimulatedVga card)
    {
        var screen = new SimulatedScreen();
        var opened = VgaText.TryOpen(new SimulatedPorts(card), new SimulatedTextMemory(screen), out var text, out var fault);
        Assert.That(opened, Is.False);
        Assert.That(text, Is.Null);
        Assert.That(screen.Writes, Is.Zero, "video memory is not touched");
        return fault;
    }
}
