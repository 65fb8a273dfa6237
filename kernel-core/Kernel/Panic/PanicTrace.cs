using System;

namespace Tarn.Kernel;

/// <summary>The part of a report that says who called whom: a line for each frame.</summary>
/// <remarks>The frames come from the unwinder; an image without it has no trace in its reports. Neither allocates nor throws.</remarks>
public static class PanicTrace
{
    private const int MaximumFrames = 24;

    /// <summary>Writes the frames of a stack, the innermost first.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="registers">The innermost frame's, in the order of the <see cref="Epitaph"/>.</param>
    /// <param name="skippedFrames">How many of the innermost frames are left out.</param>
    public static unsafe void Write(ref PanicWriter writer, ReadOnlySpan<ulong> registers, int skippedFrames = 0)
    {
        var addresses = stackalloc ulong[MaximumFrames];
        fixed (ulong* first = registers)
        {
            var count = Processor.WalkStack(first, addresses, MaximumFrames);
            for (var index = skippedFrames; index < count; index++)
            {
                WriteFrame(ref writer, addresses[index]);
            }
        }
    }

    /// <summary>Writes a frame: a line.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="address">An address inside the instruction that the frame is at.</param>
    public static void WriteFrame(ref PanicWriter writer, ulong address)
    {
        writer.Write("  at "u8);
        writer.WritePlace(address);
        writer.Write("\n"u8);
    }
}
