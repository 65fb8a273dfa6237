using System;
using System.Threading;

namespace Tarn.Kernel;

/// <summary>Brings console text to the sinks that the image has registered.</summary>
/// <remarks>
/// <para>
/// <b>Units.</b> A text is written in units of at most <see cref="LargestUnit"/> bytes, each to every sink with interrupts masked. So
/// a line of up to that length is never torn by an interrupt handler that prints, and interrupts wait for one unit at most: no time to
/// speak of in an emulator, 22 ms on a real serial line at 115200 bits a second. Between two units of a longer text they come in.
/// Text is put together before the lock is taken: no <c>ToString</c> of anybody's ever runs under it.
/// </para>
/// <para><b>Panic.</b> A panic writes to the same sinks, but takes no lock and knows no redirection.</para>
/// </remarks>
public static class ConsoleRouter
{
    /// <summary>How many sinks there may be.</summary>
    public const int MaximumSinks = 4;

    /// <summary>The most bytes that are written with interrupts masked: a line of 80 characters, three bytes each, and its end.</summary>
    public const int LargestUnit = 256;

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
        using (InterruptLock.Enter())
        {
            var count = State.Count;
            if (count == MaximumSinks)
            {
                throw new InvalidOperationException("The console has as many sinks as it can have: ConsoleRouter.MaximumSinks.");
            }

            State.Sinks[count] = sink;

            // Counted once it is there, and not before: a panic may look at any moment.
            Volatile.Write(ref State.Count, count + 1);
        }
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
        while (!text.IsEmpty)
        {
            var length = UnitLength(text);
            WriteUnit(text[..length]);
            text = text[length..];
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

    private static void WriteUnit(ReadOnlySpan<byte> unit)
    {
        using (InterruptLock.Enter())
        {
            if (State.Redirection is { } target)
            {
                target.Write(unit);
                return;
            }

            for (var index = 0; index < State.Count; index++)
            {
                State.Sinks[index]?.Write(unit);
            }
        }
    }

    // As much as fits; a character is not torn, for the sake of a handler that prints between two units.
    private static int UnitLength(ReadOnlySpan<byte> text)
    {
        if (text.Length <= LargestUnit)
        {
            return text.Length;
        }

        var length = LargestUnit;
        while (length > LargestUnit - Utf8Encoder.LongestCharacter && IsContinuation(text[length]))
        {
            length--;
        }

        return IsContinuation(text[length]) ? LargestUnit : length;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;
}
