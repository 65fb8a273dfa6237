using System;

namespace Tarn.Testing;

/// <summary>The lines that tell which way an exception came, and the exceptions behind it: as in the kernel's own reports.</summary>
/// <remarks>
/// <code>
///   at 0xffffffff80204a1c Tarn.Tests.QueueTests.Nothing()+0x1c
///   caused by System.FormatException: its message
///   at 0xffffffff80204b37 Tarn.Tests.QueueTests.Parse(String)+0x27
/// </code>
/// Does not allocate: what throws may be the heap.
/// </remarks>
internal ref struct ExceptionLines
{
    private Exception? _exception;
    private int _frame;

    /// <summary>The lines for an exception; none for null.</summary>
    public ExceptionLines(Exception? exception)
    {
        _exception = exception;
        _frame = 0;
    }

    /// <summary>Writes the next line.</summary>
    /// <param name="line">Where to; what does not fit is cut.</param>
    /// <param name="length">How many bytes of UTF-8 it has, its '\n' included.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryRead(scoped Span<byte> line, out int length)
    {
        length = 0;
        if (_exception is not { } exception)
        {
            return false;
        }

        var text = new MessageBuilder(line.Slice(0, line.Length - 1));
        if (_frame < ExceptionText.KnownFramesOf(exception))
        {
            text.Append("  at "u8);
            ExceptionText.AppendFrame(ref text, exception, _frame++);
        }
        else if (ExceptionText.UnknownFramesOf(exception) is var unknown and > 0 && _frame != int.MaxValue)
        {
            text.Append("  and "u8);
            text.AppendNumber(unknown);
            text.Append(" more"u8);
            _frame = int.MaxValue;
        }
        else if (exception.InnerException is { } inner)
        {
            text.Append("  caused by "u8);
            ExceptionText.Append(ref text, inner);
            _exception = inner;
            _frame = 0;
        }
        else
        {
            _exception = null;
            return false;
        }

        length = text.Written.Length;
        line[length++] = (byte)'\n';
        return true;
    }
}
