using System;
using Tarn.Names;

namespace Tarn.Kernel;

/// <summary>The report of an exception that nobody catches: its type, its message, and the way it came.</summary>
/// <remarks>A message may be put together when it is asked for, and take memory then; what goes wrong there is a panic inside this one.</remarks>
public readonly struct UnhandledExceptionReport : IPanicReport
{
    private const int LongestTypeName = 160;

    private readonly Exception _exception;

    /// <summary>A report.</summary>
    /// <param name="exception">The exception.</param>
    public UnhandledExceptionReport(Exception exception) => _exception = exception;

    /// <inheritdoc/>
    public void Write(ref PanicWriter writer)
    {
        WriteBriefly(ref writer);
        writer.Write("\n"u8);
        for (var inner = _exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            writer.Write("  caused by "u8);
            WriteOne(ref writer, inner);
            writer.Write("\n"u8);
        }

        WriteTrace(ref writer);
    }

    /// <inheritdoc/>
    public void WriteBriefly(ref PanicWriter writer)
    {
        writer.Write("unhandled exception: "u8);
        WriteOne(ref writer, _exception);
    }

    /// <inheritdoc/>
    public unsafe int CopyRegisters(Span<ulong> registers)
    {
        fixed (ulong* first = registers)
        {
            return Processor.CaptureRegisters(first);
        }
    }

    private void WriteTrace(ref PanicWriter writer)
    {
        var count = _exception.FrameCount;
        var known = Math.Min(count, Exception.MaximumFrames);
        var trace = default(PanicTrace);
        for (var index = 0; index < known; index++)
        {
            trace.Add(ref writer, (ulong)_exception.GetFrameAddress(index));
        }

        trace.End(ref writer, (ulong)(count - known));
    }

    private static unsafe void WriteOne(ref PanicWriter writer, Exception exception)
    {
        Span<char> name = stackalloc char[LongestTypeName];
        if (ImageNames.TryFormatTypeOf(exception, name, out var length))
        {
            writer.Write(name[..length]);
        }
        else
        {
            // The table's address is the type's symbol in the image (_ZTV…).
            writer.Write("type "u8);
            writer.WriteHexadecimal((ulong)exception.m_pEEType);
        }

        writer.Write(": "u8);

        // Whatever the message does, the type is said.
        writer.Flush();
        writer.Write(exception.Message);
        if (exception is OutOfMemoryException { RequestedBytes: not 0 } outOfMemory)
        {
            writer.Write(" ("u8);
            writer.WriteDecimal(outOfMemory.RequestedBytes);
            writer.Write(" bytes were asked for"u8);
            if (HeapMemory.MaximumSize is not 0 and var most)
            {
                writer.Write("; the heap may have "u8);
                writer.WriteDecimal(most);
            }

            writer.Write(")"u8);
        }
    }
}
