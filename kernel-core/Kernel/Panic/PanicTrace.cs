using System;

namespace Tarn.Kernel;

/// <summary>The part of a report that says who called whom: a line for each frame.</summary>
/// <remarks>
/// It is kept short, so that what stands above it stays on a screen of 25 lines: a frame that is like the one before is counted and not written
/// again, and after so many lines the rest is only counted. The frames come from the unwinder; an image without it has no trace in its reports.
/// Neither allocates nor throws.
/// </remarks>
public struct PanicTrace
{
    private const int MaximumFrames = 24;
    private const int MaximumLines = 10;

    private ulong _last;
    private ulong _repeated;
    private ulong _leftOut;
    private int _lines;

    /// <summary>Writes a whole trace: the frames of a stack, the innermost first.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="registers">The innermost frame's, in the order of the <see cref="Epitaph"/>.</param>
    public static void Write(ref PanicWriter writer, ReadOnlySpan<ulong> registers)
    {
        var trace = default(PanicTrace);
        trace.AddStack(ref writer, registers);
    }

    /// <summary>Adds the frames of a stack, the innermost first, and ends the trace.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="registers">The innermost frame's, in the order of the <see cref="Epitaph"/>.</param>
    /// <param name="skippedFrames">How many of the innermost frames are left out.</param>
    public unsafe void AddStack(ref PanicWriter writer, ReadOnlySpan<ulong> registers, int skippedFrames = 0)
    {
        var addresses = stackalloc ulong[MaximumFrames];
        fixed (ulong* first = registers)
        {
            var count = Processor.WalkStack(first, addresses, MaximumFrames);
            for (var index = skippedFrames; index < count; index++)
            {
                Add(ref writer, addresses[index]);
            }

            End(ref writer, 0);
            if (count == MaximumFrames)
            {
                writer.Write("  and so on\n"u8);
            }
        }
    }

    /// <summary>Adds a frame.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="address">An address inside the instruction that the frame is at; not 0.</param>
    public void Add(ref PanicWriter writer, ulong address)
    {
        if (address == _last)
        {
            _repeated++;
            return;
        }

        WriteRepeated(ref writer);
        if (_lines >= MaximumLines)
        {
            _leftOut++;
            return;
        }

        _last = address;
        _lines++;
        writer.Write("  at "u8);
        writer.WritePlace(address);
        writer.Write("\n"u8);
    }

    /// <summary>Ends the trace.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="unknownFrames">How many frames there were besides those that were added.</param>
    public void End(ref PanicWriter writer, ulong unknownFrames)
    {
        WriteRepeated(ref writer);
        var more = _leftOut + unknownFrames;
        if (more != 0)
        {
            writer.Write("  and "u8);
            writer.WriteDecimal(more);
            writer.Write(" more\n"u8);
        }
    }

    private void WriteRepeated(ref PanicWriter writer)
    {
        if (_repeated != 0)
        {
            writer.Write("  and again, "u8);
            writer.WriteDecimal(_repeated);
            writer.Write(_repeated == 1 ? " time\n"u8 : " times\n"u8);
            _repeated = 0;
            _lines++;
        }
    }
}
