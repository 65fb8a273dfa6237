using System;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>The console: what arrives at its sinks, in how many pieces, and what it costs.</summary>
internal static class ConsoleTests
{
    [KernelTest(LogContains = "a line on the serial port")]
    public static void ALineReachesTheSerialPort()
    {
        Expect.NotNull(Program.Serial);
        Console.WriteLine("a line on the serial port");
    }

    [KernelTest]
    public static void ALineIsOneUnit()
    {
        var sink = new RecordingSink();
        using (ConsoleRouter.Redirect(sink))
        {
            Console.WriteLine($"one {1} two {"2"} three {'3'}");
        }

        Expect.Equal("one 1 two 2 three 3\n"u8, sink.Text);
        Expect.Equal(1, sink.Calls);
    }

    [KernelTest]
    public static void ALongTextArrivesWhole()
    {
        var sink = new RecordingSink();
        var text = new string('x', 1000);
        using (ConsoleRouter.Redirect(sink))
        {
            Console.Write(text);
        }

        Expect.Equal(text.Length, sink.Text.Length);
        foreach (var value in sink.Text)
        {
            Expect.Equal((byte)'x', value);
        }
    }

    [KernelTest]
    public static void TextIsUtf8()
    {
        var sink = new RecordingSink();
        using (ConsoleRouter.Redirect(sink))
        {
            Console.Write("ä→😀");
        }

        Expect.Equal<byte>([0xC3, 0xA4, 0xE2, 0x86, 0x92, 0xF0, 0x9F, 0x98, 0x80], sink.Text);
    }

    [KernelTest]
    public static void AnUnpairedSurrogateIsReplaced()
    {
        var sink = new RecordingSink();
        using (ConsoleRouter.Redirect(sink))
        {
            Console.Write("a\uD83Db");
        }

        Expect.Equal("a\uFFFDb"u8, sink.Text);
    }

    [KernelTest]
    public static void NumbersArePrintedAsTheyAre()
    {
        var sink = new RecordingSink();
        using (ConsoleRouter.Redirect(sink))
        {
            Console.Write(int.MinValue);
            Console.Write(' ');
            Console.Write(ulong.MaxValue);
            Console.Write(' ');
            Console.Write(true);
            Console.Write(' ');
            Console.Write((object?)null);
            Console.Write((string?)null);
        }

        Expect.Equal("-2147483648 18446744073709551615 True "u8, sink.Text);
    }

    [KernelTest]
    public static void FieldsAreAligned()
    {
        var sink = new RecordingSink();
        using (ConsoleRouter.Redirect(sink))
        {
            Console.Write($"[{42,6}][{42,-6}][{"ab",4}][{0xBEEF:X8}][{0xBEEF,10:x}]");
        }

        Expect.Equal("[    42][42    ][  ab][0000BEEF][      beef]"u8, sink.Text);
    }

    [KernelTest]
    public static void RedirectionsNest()
    {
        var outer = new RecordingSink();
        var inner = new RecordingSink();
        using (ConsoleRouter.Redirect(outer))
        {
            Console.Write("a");
            using (ConsoleRouter.Redirect(inner))
            {
                Console.Write("b");
            }

            Console.Write("c");
        }

        Expect.Equal("ac"u8, outer.Text);
        Expect.Equal("b"u8, inner.Text);
    }

    [KernelTest]
    public static void PrintingAllocatesNothing()
    {
        var sink = new RecordingSink();
        var name = "Tarn";
        var number = 0x1234_5678_9ABC_DEF0UL;
        using (ConsoleRouter.Redirect(sink))
        {
            // Whatever is made once is made before.
            PrintOneOfEach(name, number);
            sink.Clear();

            var before = KernelHeap.Statistics.Usage.UsedBytes;
            PrintOneOfEach(name, number);
            Expect.Equal(before, KernelHeap.Statistics.Usage.UsedBytes);
        }

        Expect.Equal("Tarn at 0x123456789abcdef0,      7 KiB, True, x\n-8\nplain\nc"u8, sink.Text);
    }

    [KernelTest]
    public static void WhatDoesAllocateIsSeen()
    {
        // That the measure of the case above can tell: a string is made where one is asked for.
        var before = KernelHeap.Statistics.Usage.UsedBytes;
        var text = $"{before} bytes";
        Expect.True(text.Length > 6);
        Expect.True(KernelHeap.Statistics.Usage.UsedBytes > before);
    }

    private static void PrintOneOfEach(string name, ulong number)
    {
        Console.WriteLine($"{name} at 0x{number:x16}, {7,6} KiB, {true}, {'x'}");
        Console.WriteLine(-8);
        Console.WriteLine("plain");
        Console.Write('c');
    }
}
