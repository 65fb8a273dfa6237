using System;

namespace Tarn.Kernel;

/// <summary>Somewhere that console text goes: a serial line, a screen, a log in memory.</summary>
/// <remarks>
/// A sink takes no lock of its own: the console holds one around it, with interrupts masked, and the panic path calls it with none.
/// So a sink must leave its state usable at every instruction (a panic may strike inside <see cref="Write"/> and call it again).
/// </remarks>
public interface IConsoleSink
{
    /// <summary>Writes text to the sink.</summary>
    /// <param name="text">UTF-8 bytes; a character may be split across two calls. '\n' ends a line, whatever the device needs for that.</param>
    /// <remarks>Does not allocate and does not throw. Waits for the device a bounded time at most; what it will not take is dropped.</remarks>
    void Write(ReadOnlySpan<byte> text);
}
