using System.Diagnostics.CodeAnalysis;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Finds out whether there is a VGA text screen and brings it up.</summary>
public static class VgaText
{
    // What a bus reads as when nobody drives it. No card's miscellaneous output is that: bit 4 is reserved and reads as 0.
    private const byte NobodyDrivesTheBus = 0xFF;

    /// <summary>Asks the card whether it shows 80x25 colour text; if so, clears the screen.</summary>
    /// <param name="ports">The machine's port space.</param>
    /// <param name="memory">The card's text memory: <see cref="VgaTextMemory"/> on a real machine.</param>
    /// <param name="screen">The screen, ready to use; null where this returns false.</param>
    /// <param name="fault">Why not, where this returns false.</param>
    /// <returns>Whether there is a text screen.</returns>
    /// <remarks>
    /// <para>
    /// For start-up. Allocates the screen's objects (8 KB). Video memory is not touched until the card has said that it shows text.
    /// </para>
    /// <para>
    /// Where the bootloader hands over a framebuffer, the screen is in a graphics mode: do not ask here, or at least believe the
    /// framebuffer. Firmware that sets its modes past the VGA's registers may leave them saying "text".
    /// </para>
    /// </remarks>
    public static bool TryOpen<TPorts, TMemory>(
        TPorts ports,
        TMemory memory,
        [NotNullWhen(true)] out VgaText<TPorts, TMemory>? screen,
        out VgaFault fault)
        where TPorts : struct, IPortSpace
        where TMemory : struct, ITextMemory
    {
        var registers = new VgaRegisters<TPorts>(ports);
        fault = Examine(ref registers);
        screen = fault.Kind == VgaFaultKind.None ? new VgaText<TPorts, TMemory>(registers, memory) : null;
        screen?.Initialize();
        return screen is not null;
    }

    private static VgaFault Examine<TPorts>(ref VgaRegisters<TPorts> registers)
        where TPorts : struct, IPortSpace
    {
        const byte colorAddresses = 1 << 0;

        var miscellaneous = registers.ReadMiscellaneousOutput();
        if (miscellaneous == NobodyDrivesTheBus)
        {
            return new VgaFault(VgaFaultKind.Absent);
        }

        if ((miscellaneous & colorAddresses) == 0)
        {
            return new VgaFault(VgaFaultKind.Monochrome);
        }

        if (!KeepsCursorLocation(ref registers))
        {
            return new VgaFault(VgaFaultKind.Absent);
        }

        return ShowsGraphics(ref registers) ? new VgaFault(VgaFaultKind.GraphicsMode) : ExamineSize(ref registers);
    }

    // The cursor's place is a register that does nothing but be remembered: what is written to it must come back.
    private static bool KeepsCursorLocation<TPorts>(ref VgaRegisters<TPorts> registers)
        where TPorts : struct, IPortSpace
    {
        var before = registers.ReadCrtc(CrtcRegister.CursorLocationLow);
        var kept = Keeps(ref registers, 0x55) && Keeps(ref registers, 0xAA);
        registers.WriteCrtc(CrtcRegister.CursorLocationLow, before);
        return kept;

        static bool Keeps(ref VgaRegisters<TPorts> registers, byte pattern)
        {
            registers.WriteCrtc(CrtcRegister.CursorLocationLow, pattern);
            return registers.ReadCrtc(CrtcRegister.CursorLocationLow) == pattern;
        }
    }

    private static bool ShowsGraphics<TPorts>(ref VgaRegisters<TPorts> registers)
        where TPorts : struct, IPortSpace
    {
        // Both controllers have a bit for it, and one that shows text has neither set.
        const byte graphics = 1 << 0;

        // Bits 2 and 3 of the graphics controller's register: 3 puts video memory at 0xB8000 to 0xBFFFF.
        const byte memoryMap = 0b11 << 2;

        var miscellaneous = registers.ReadGraphicsMiscellaneous();
        return (miscellaneous & graphics) != 0
            || (miscellaneous & memoryMap) != memoryMap
            || (registers.ReadAttributeMode() & graphics) != 0;
    }

    private static VgaFault ExamineSize<TPorts>(ref VgaRegisters<TPorts> registers)
        where TPorts : struct, IPortSpace
    {
        var overflow = registers.ReadCrtc(CrtcRegister.Overflow);
        var scanLines = (registers.ReadCrtc(CrtcRegister.VerticalDisplayEnd) | (overflow >> 1 & 1) << 8 | (overflow >> 6 & 1) << 9) + 1;
        var characterHeight = (registers.ReadCrtc(CrtcRegister.MaximumScanLine) & 0x1F) + 1;

        var columns = registers.ReadCrtc(CrtcRegister.HorizontalDisplayEnd) + 1;
        var rows = scanLines / characterHeight;
        return columns == TextScreen.Columns && rows == TextScreen.Rows ? default : new VgaFault(VgaFaultKind.OtherSize, columns, rows);
    }
}
