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
/// <para>
/// Besides, the first one leaves an <see cref="Epitaph"/> in memory: its first line, and the registers. A debugger finds the last words
/// there even where no sink could take them.
/// </para>
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

            TextBuilder.Begin(out var builder, TextDestination.Panic);
            builder.Append(Heading);
            builder.Append(message.IsEmpty ? "no reason given" : message);
            Finish(ref builder);
        }
    }

    /// <summary>Ends the run. The message is not made into a string: nothing is allocated.</summary>
    /// <param name="message">Why: one sentence, or several lines.</param>
    [DoesNotReturn]
    public static void Fail(ref PanicInterpolatedStringHandler message) => Finish(ref message.Builder);

    /// <summary>Ends the run with a report that writes itself.</summary>
    /// <param name="report">What happened. A panic inside a panic asks it for a short version.</param>
    [DoesNotReturn]
    public static void Fail<TReport>(in TReport report)
        where TReport : struct, IPanicReport
    {
        switch (Deepen())
        {
            case 1:
                Span<ulong> registers = stackalloc ulong[Epitaph.MaximumRegisters];
                LeaveEpitaph(registers[..report.CopyRegisters(registers)]);
                var writer = new PanicWriter(PanicWriter.EverySink);
                writer.Write(Heading);
                report.Write(ref writer);
                writer.Flush();
                Leave();
                break;

            case 2:
                var index = BeginNested();
                var nested = new PanicWriter(index);
                report.WriteBriefly(ref nested);
                nested.Flush();
                WriteToSink(index, "\n"u8);
                Leave();
                break;

            case 3:
                Leave();
                break;
        }

        Processor.HaltForever();
    }

    /// <summary>Brings a report to every sink, under no lock, and goes on: what a breakpoint does.</summary>
    /// <param name="report">What happened.</param>
    public static void Say<TReport>(in TReport report)
        where TReport : struct, IPanicReport
    {
        var writer = new PanicWriter(PanicWriter.EverySink);
        writer.Write("\n"u8);
        report.Write(ref writer);
        writer.Flush();
    }

    /// <summary>Begins a panic: returns to the one that is the first, and ends the run for those inside it.</summary>
    /// <param name="message">Why, as far as that is known already.</param>
    internal static unsafe void Begin(ReadOnlySpan<char> message)
    {
        switch (Deepen())
        {
            case 1:
                var registers = stackalloc ulong[Epitaph.MaximumRegisters];
                LeaveEpitaph(new ReadOnlySpan<ulong>(registers, Processor.CaptureRegisters(registers)));
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

    internal static unsafe void WriteToEverySink(ReadOnlySpan<byte> text)
    {
        if (IsInProgress)
        {
            Processor.GetEpitaph()->AppendReason(text);
        }

        for (var index = 0; index < ConsoleRouter.SinkCount; index++)
        {
            WriteToSink(index, text);
        }
    }

    [DoesNotReturn]
    private static void Finish(ref TextBuilder builder)
    {
        builder.FlushLine();
        var writer = new PanicWriter(PanicWriter.EverySink);
        PanicTrace.Write(ref writer, GetRegisters());
        writer.Flush();
        Leave();
        Processor.HaltForever();
    }

    private static int Deepen()
    {
        // For good: nobody restores these flags.
        Processor.SaveAndDisableInterrupts();
        return ++State.Depth;
    }

    private static unsafe void LeaveEpitaph(ReadOnlySpan<ulong> registers) => Processor.GetEpitaph()->Write(registers);

    // Those of the first panic.
    private static unsafe ReadOnlySpan<ulong> GetRegisters()
    {
        ref readonly var epitaph = ref *Processor.GetEpitaph();
        return epitaph.Registers;
    }

    private static void SayNested(ReadOnlySpan<char> message)
    {
        var index = BeginNested();
        WriteToSink(index, message);
        WriteToSink(index, "\n"u8);
    }

    // To one sink, and not to the one that the panic before was writing to, if there is another: that one may be what is broken.
    private static unsafe int BeginNested()
    {
        var index = State.SinkInUse == 1 && ConsoleRouter.SinkCount > 1 ? 1 : 0;
        if (State.Message is not null)
        {
            WriteToSink(index, Heading);
            WriteToSink(index, new ReadOnlySpan<char>(State.Message, State.MessageLength));
        }

        WriteToSink(index, NestedHeading);
        return index;
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

    internal static void WriteToSink(int index, ReadOnlySpan<byte> text)
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
