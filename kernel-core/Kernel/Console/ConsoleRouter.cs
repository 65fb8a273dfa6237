using System;
using System.Threading;

namespace Tarn.Kernel;

/// <summary>Brings console text to the sinks that the image has registered.</summary>
/// <remarks>
/// <para>
/// <b>Interrupts</b> come in while text is written: a line that moves a text screen takes tens of thousands of instructions, and a real serial line at
/// 115200 bits a second 22 ms. Nothing is torn by that, for no handler writes: the build refuses one that does. Tasks do not interrupt each other. Text is put
/// together before it is written: no <c>ToString</c> of anybody's runs between two sinks.
/// </para>
/// <para><b>Panic.</b> A panic writes to the same sinks, but takes no lock and knows no redirection.</para>
/// </remarks>
public static class ConsoleRouter
{
    /// <summary>How many sinks there may be.</summary>
    public const int MaximumSinks = 4;

    /// <summary>Bytes of the buffers in which text is put together: room for a line of 80 characters, three bytes each, and its end.</summary>
    public const int BufferSize = 256;

    internal static ConsoleRouterState State;

    /// <summary>How many sinks there are.</summary>
    public static int SinkCount => Volatile.Read(ref State.Count);

    /// <summary>Adds a sink: console text goes there too from now on.</summary>
    /// <param name="sink">The sink. The first one added is the first one that a panic writes to: add the most reliable first.</param>
    /// <exception cref="InvalidOperationException">There are <see cref="MaximumSinks"/> already.</exception>
    /// <remarks>For start-up. Does not allocate.</remarks>
    public static void Add(IConsoleSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        var count = State.Count;
        if (count == MaximumSinks)
        {
            throw new InvalidOperationException("The console has as many sinks as it can have: ConsoleRouter.MaximumSinks.");
        }

        State.Sinks[count] = sink;

        // Counted once it is there, and not before: a panic may look at any moment.
        Volatile.Write(ref State.Count, count + 1);
    }

    /// <summary>Sends console text to one sink alone, instead of to the registered ones: a test reads there what was printed.</summary>
    /// <param name="target">Where text goes.</param>
    /// <returns>What ends the redirection when it is disposed of.</returns>
    /// <remarks>Does not allocate.</remarks>
    public static ConsoleRedirection Redirect(IConsoleSink target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new ConsoleRedirection(Interlocked.Exchange(ref State.Redirection, target));
    }

    /// <summary>Writes text to the console.</summary>
    /// <param name="text">UTF-8; no '\r' is needed before '\n'.</param>
    /// <remarks>Does not allocate. May be called anywhere but in a device's interrupt handler, which the build refuses: sinks are slow.</remarks>
    public static void Write(ReadOnlySpan<byte> text)
    {
        if (State.Redirection is { } target)
        {
            target.Write(text);
            return;
        }

        for (var index = 0; index < State.Count; index++)
        {
            State.Sinks[index]?.Write(text);
        }
    }

    /// <summary>Writes text straight to a sink, for a panic: no lock, no redirection.</summary>
    internal static void WriteInPanic(int sinkIndex, ReadOnlySpan<byte> text)
    {
        if ((uint)sinkIndex < MaximumSinks)
        {
            State.Sinks[sinkIndex]?.Write(text);
        }
    }

    internal static void EndRedirection(IConsoleSink? previous) => Volatile.Write(ref State.Redirection, previous);
}
