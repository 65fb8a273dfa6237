using System;
using Tarn.Drivers;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>The text screen, read back from the card's memory.</summary>
internal static unsafe class VgaTextTests
{
    private const int Columns = 80;
    private const int Rows = 25;
    private const ushort BlankCell = 0x0720;

    /// <summary>The card's cells, as the card holds them.</summary>
    private static ushort* Cells => (ushort*)(Program.Boot.DirectMapOffset + VgaTextMemory.PhysicalAddress);

    [KernelTest]
    public static void ClearBlanksEveryCell()
    {
        Begin();
        for (var index = 0; index < Rows * Columns; index++)
        {
            Expect.Equal(BlankCell, Cells[index]);
        }
    }

    [KernelTest]
    public static void TextIsInTheCells()
    {
        Begin();
        Console.WriteLine("Hello, screen!");
        Console.Write("second");

        ExpectRow(0, "Hello, screen!");
        ExpectRow(1, "second");
        ExpectCursor(1, 6);
    }

    [KernelTest]
    public static void AFullRowGoesOnInTheNext()
    {
        Begin();
        Console.Write(new string('a', Columns));
        ExpectCursor(0, Columns);
        Console.Write("b");

        Expect.Equal((byte)'a', (byte)Cells[Columns - 1]);
        ExpectRow(1, "b");
        ExpectCursor(1, 1);
    }

    [KernelTest]
    public static void ControlCodesMoveTheCursor()
    {
        Begin();
        Console.Write("abc\rX\n\tY\bZ");

        ExpectRow(0, "Xbc");
        ExpectRow(1, "        Z");
        ExpectCursor(1, 9);
    }

    [KernelTest]
    public static void TheLastRowScrolls()
    {
        Begin();
        for (var line = 0; line < Rows + 5; line++)
        {
            Console.WriteLine($"line {line}");
        }

        // The last line's end has begun an empty row at the bottom.
        for (var row = 0; row < Rows - 1; row++)
        {
            ExpectRow(row, $"line {row + 6}");
        }

        ExpectRow(Rows - 1, string.Empty);
        ExpectCursor(Rows - 1, 0);
    }

    [KernelTest]
    public static void AThousandLinesScrollThrough()
    {
        Begin();
        for (var line = 0; line < 200; line++)
        {
            Console.Write($"{line}\n{line}\n{line}\n{line}\n{line}\n");
        }

        ExpectRow(Rows - 2, "199");
        ExpectRow(Rows - 7, "198");
    }

    [KernelTest]
    public static void ColoursAreInTheAttributes()
    {
        var screen = Begin();
        screen.Foreground = VgaColor.Yellow;
        screen.Background = VgaColor.Blue;
        Console.Write("C");
        screen.Foreground = VgaColor.LightGray;
        screen.Background = VgaColor.Black;
        Console.Write("D");

        Expect.Equal((ushort)0x1E43, Cells[0]);
        Expect.Equal((ushort)0x0744, Cells[1]);
    }

    [KernelTest]
    public static void WhatHasNoGlyphIsASquare()
    {
        Begin();
        Console.Write("ä你─");

        // As code page 437 has them: a letter, nothing, and box drawing.
        Expect.Equal((byte)0x84, (byte)Cells[0]);
        Expect.Equal((byte)0xFE, (byte)Cells[1]);
        Expect.Equal((byte)0xC4, (byte)Cells[2]);
    }

    [KernelTest(Machine = "vga=none", LogContains = "no screen, and this line")]
    public static void WithoutACardThereIsNoScreen()
    {
        Expect.Null(Program.Screen);
        Console.WriteLine("no screen, and this line");
    }

    [KernelTest(Machine = "console=none")]
    public static void WithoutASerialPortTheScreenShowsText()
    {
        Expect.Null(Program.Serial);
        Begin();
        Console.Write("still here");
        ExpectRow(0, "still here");
    }

    /// <summary>An empty screen.</summary>
    private static VgaText<Arch.X86_64.PortSpace, VgaTextMemory> Begin()
    {
        Expect.NotNull(Program.Screen);
        Program.Screen.Clear();
        return Program.Screen;
    }

    private static void ExpectRow(int row, string text)
    {
        for (var column = 0; column < Columns; column++)
        {
            var expected = column < text.Length ? text[column] : ' ';
            Expect.Equal(expected, (char)(byte)Cells[(row * Columns) + column]);
        }
    }

    private static void ExpectCursor(int row, int column)
    {
        Expect.Equal(row, Program.Screen!.CursorRow);
        Expect.Equal(column, Program.Screen!.CursorColumn);
    }
}
