using System;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>The console on a framebuffer that Limine has left on, read back from its memory.</summary>
internal static unsafe class FramebufferTests
{
    private const uint Background = 0x0E1116, Foreground = 0xD0D4DA;

    private static uint* Pixel(int x, int y) => (uint*)(Program.Boot.Framebuffer.Address + ((nuint)y * Program.Boot.Framebuffer.Pitch)) + x;

    [KernelTest(Machine = "boot=bios")]
    public static void LimineHasOne()
    {
        Expect.NotNull(Program.Picture);
        Expect.Null(Program.Screen);
    }

    [KernelTest]
    public static void ADirectBootHasNone() => Expect.Null(Program.Picture);

    [KernelTest(Machine = "boot=bios")]
    public static void TheCursorStandsBehindTheText()
    {
        Begin();
        Console.Write("│A");

        // Light lines are one pixel wide; the cursor fills a cell.
        Expect.Equal(Foreground, *Pixel(3, 0));
        Expect.Equal(Background, *Pixel(4, 0));
        Expect.Equal(Foreground, *Pixel(16, 0));
        Expect.Equal(Foreground, *Pixel(23, 15));
        Expect.Equal(Background, *Pixel(24, 0));
    }

    [KernelTest(Machine = "boot=bios resolution=1024x768x32")]
    public static void OtherResolutionsHaveOtherGrids()
    {
        Expect.Equal(128, Program.Picture!.Columns);
        Expect.Equal(48, Program.Picture.Rows);
    }

    /// <summary>Each line by itself, of full width and with other characters in every row: the dearest that there is.</summary>
    [KernelTest(Machine = "boot=bios resolution=1280x800x32", TimeLimit = 120)]
    public static void AThousandLinesTakeUnder200MillionInstructions()
    {
        Begin();
        Expect.Equal(160, Program.Picture!.Columns);
        Span<byte> line = stackalloc byte[160];
        var before = Arch.X86_64.Processor.ReadTimeStampCounter();
        for (var number = 0; number < 1000; number++)
        {
            for (var column = 0; column < line.Length; column++)
            {
                line[column] = (byte)('!' + ((number * 7) + (column * 3)) % 90);
            }

            Program.Picture.Write(line);
            Program.Picture.Write("\n"u8);
        }

        var ticks = Arch.X86_64.Processor.ReadTimeStampCounter() - before;
        Expect.InRange((long)ticks, 1, 200_000_000);
    }

    [KernelTest(Machine = "boot=bios")]
    public static void WritesToItAreCombined()
    {
        var page = Page<Size4KiB>.Containing(VirtualAddress.Truncate(Program.Boot.Framebuffer.Address));
        Expect.True(Image.KernelMemory.AddressSpace.TryTranslate(page.Start, out var translation));
        Expect.Equal(PageFlags.WriteCombining, translation.Flags & PageFlags.WriteCombining);
    }

    private static void Begin() => Program.Picture!.Clear();
}
