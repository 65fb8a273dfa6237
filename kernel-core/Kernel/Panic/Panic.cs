using System;
using System.Diagnostics.CodeAnalysis;

namespace Tarn.Kernel;

/// <summary>The end of a run that cannot go on: says why on every sink, then leaves the machine or halts.</summary>
/// <remarks>
/// <para>
/// May be called anywhere, in any state: it masks interrupts, takes no lock and allocates nothing, so it gets through even when it strikes
/// while the console is printing or an allocator is at work. It never returns.
/// </para>
/// <para>It may itself go wrong, in a sink or in formatting a value; whatever happens then ends up here again, one level deeper:</para>
/// <code>
///   depth 1   the message, to every sink       ──┐
///   depth 2   a short text, to one sink that     │
///             depth 1 was not just writing to  ──┼──►  leave the machine, if the image  ──►  halt
///   depth 3   nothing                          ──┘     asked for that (tried once)
///   deeper    nothing                          ──────────────────────────────────────────►  halt
/// </code>
/// </remarks>
public static class Panic
{
    internal static PanicState State;

    /// <summary>How a panic begins: on a line of its own, whatever was being printed.</summary>
    internal static ReadOnlySpan<byte> Heading => "\nPANIC: "u8;

    private static ReadOnlySpan<byte> NestedHeading => "\nPANIC while reporting a panic: "u8;

    /// <summary>Whether a panic has begun.</summary>
    public static bool IsInProgress => State.Depth > 0;

    /// <summary>Makes a panic leave the machine after its report. Without this it halts, with the report on the screen.</summary>
    /// <param name="exit">The way out; it is told <see cref="ExitOutcome.Failure"/>.</param>
    public static void LeaveThrough(IExit exit)
    {
        ArgumentNullException.ThrowIfNull(exit);
        State.Exit = exit;
    }

    /// <summary>Ends the run.</summary>
    /// <param name="message">Why: one sentence, or several lines.</param>
    [DoesNotReturn]
    public static void Fail(string? message) => Fail(message.AsSpan());

    /// <summary>Ends the run.</summary>
    /// <param name="message">Why: one sentence, or several lines.</param>
    [DoesNotReturn]
    public static unsafe void Fail(ReadOnlySpan<char> message)
    {
        // Pinned for good, since this never returns: a panic inside this one says the message as well.
        fixed (char* first = message)
        {
            Begin(message);
            State.Message = first;
            State.MessageLength = message.Length;

            TextBuilder<PanicOutput> builder = default;
            builder.Append(Heading);
            builder.Append(message.IsEmpty ? "no reason given" : message);
            Finish(ref builder);
        }
    }

    /// <summary>Ends the run. The message is not made into a string: nothing is allocated.</summary>
    /// <param name="message">Why: one sentence, or several lines.</param>
    [DoesNotReturn]
    public static void Fail(ref PanicInterpolatedStringHandler message) => Finish(ref message.Builder);

    /// <summary>Begins a panic: returns to the one that is the first, and ends the run for those inside it.</summary>
    /// <param name="message">Why, as far as that is known already.</param>
    internal static void Begin(ReadOnlySpan<char> message)
    {
        // For good: nobody restores these flags.
        Processor.SaveAndDisableInterrupts();
        State.Depth++;
        switch (State.Depth)
        {
            case 1:
                return;

            case 2:
                SayNested(message);
                Leave();
                break;

            case 3:
                Leave();
                break;
        }

        Processor.HaltForever();
    }

    internal static void WriteToEverySink(ReadOnlySpan<byte> text)
    {
        for (var index = 0; index < ConsoleRouter.SinkCount; index++)
        {
            WriteToSink(index, text);
        }
    }

    [DoesNotReturn]
    private static void Finish(ref TextBuilder<PanicOutput> builder)
    {
        builder.FlushLine();
        Leave();
        Processor.HaltForever();
    }

    // To one sink, and not to the one that the panic before was writing to, if there is another: that one may be what is broken.
    private static unsafe void SayNested(ReadOnlySpan<char> message)
    {
        var index = State.SinkInUse == 1 && ConsoleRouter.SinkCount > 1 ? 1 : 0;
        if (State.Message is not null)
        {
            WriteToSink(index, Heading);
            WriteToSink(index, new ReadOnlySpan<char>(State.Message, State.MessageLength));
        }

        WriteToSink(index, NestedHeading);
        WriteToSink(index, message);
        WriteToSink(index, "\n"u8);
    }

    // With a small buffer: a panic for want of stack must not need much of it.
    private static void WriteToSink(int index, ReadOnlySpan<char> text)
    {
        Span<byte> piece = stackalloc byte[32];
        while (!text.IsEmpty)
        {
            var length = Utf8Encoder.Encode(text, piece, out var read);
            WriteToSink(index, piece[..length]);
            text = text[read..];
        }
    }

    private static void WriteToSink(int index, ReadOnlySpan<byte> text)
    {
        State.SinkInUse = index + 1;
        ConsoleRouter.WriteInPanic(index, text);
        State.SinkInUse = 0;
    }

    private static void Leave()
    {
        if (!State.IsLeaving)
        {
            State.IsLeaving = true;
            State.Exit?.Exit(ExitOutcome.Failure);
        }
    }
}
