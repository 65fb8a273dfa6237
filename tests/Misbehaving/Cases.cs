using System;
using Tarn.Kernel;
using Tarn.Testing;
using Tarn.Testing.Protocol;

namespace Tarn.Tests.Misbehaving;

/// <summary>Cases that go wrong in every way that the harness must tell apart, and some that look wrong and are not.</summary>
/// <remarks>
/// Misbehaviour is the point: none of these is a pattern to follow. The host's HarnessTests say what each must be taken for.
/// </remarks>
internal static class Cases
{
    // What is made and not used is not made at all.
    private static object? s_made;

    [KernelTest(Name = "Passes")]
    public static void Passes() => Expect.True(true);

    [KernelTest(Name = "PassesAlone", Isolated = true)]
    public static void PassesAlone() => Expect.True(true);

    [KernelTest(Name = "Fails")]
    public static void Fails()
    {
        var answer = 41;
        Expect.Equal(42, answer);
    }

    [KernelTest(Name = "Skips")]
    public static void Skips() => TestCase.Skip("there is no such card");

    [KernelTest(Name = "Hangs")]
    public static void Hangs()
    {
        Console.WriteLine("about to hang");
        while (true)
        {
        }
    }

    [KernelTest(Name = "TriplesFault")]
    public static void TriplesFault()
    {
        Console.WriteLine("about to fault");
        Machine.TripleFault();
    }

    [KernelTest(Name = "Panics")]
    public static void Panics()
    {
        Console.WriteLine("about to panic");
        Panic.Fail("this case panics");
    }

    [KernelTest(Name = "ShouldPanicAndReturns", ShouldPanic = "this never comes")]
    public static void ShouldPanicAndReturns()
    {
    }

    [KernelTest(Name = "Throws")]
    public static void Throws() => throw new InvalidOperationException("nobody catches this");

    [KernelTest(Name = "ThrowsWhatIsExpected", Throws = typeof(InvalidOperationException))]
    public static void ThrowsWhatIsExpected() => throw new InvalidOperationException();

    [KernelTest(Name = "ThrowsSomethingElse", Throws = typeof(Exception))]
    public static void ThrowsSomethingElse() => throw new InvalidOperationException();

    [KernelTest(Name = "ShouldThrowAndReturns", Throws = typeof(Exception))]
    public static void ShouldThrowAndReturns()
    {
    }

    [KernelTest(Name = "ThrowsWhereAPanicIsExpected", ShouldPanic = "another one")]
    public static void ThrowsWhereAPanicIsExpected() => throw new InvalidOperationException("nobody catches this");

    [KernelTest(Name = "CatchesItsFailure")]
    public static void CatchesItsFailure()
    {
        try
        {
            Fails();
        }
        catch (Exception)
        {
            Console.WriteLine("caught, and it counts all the same");
        }
    }

    [KernelTest(Name = "FailsWithoutMemory", Isolated = true)]
    public static void FailsWithoutMemory()
    {
        var answer = 41;
        try
        {
            while (true)
            {
                s_made = new byte[1 << 20];
            }
        }
        catch (OutOfMemoryException)
        {
            try
            {
                while (true)
                {
                    s_made = new object();
                }
            }
            catch (OutOfMemoryException)
            {
                Expect.True(answer == 42);
            }
        }
    }

    [KernelTest(Name = "ExitsWithSuccess")]
    public static void ExitsWithSuccess()
    {
        Console.WriteLine("about to leave");
        TestRun.Current.Leave(ExitOutcome.Success);
    }

    [KernelTest(Name = "ExitsWithFailure")]
    public static void ExitsWithFailure() => TestRun.Current.Leave(ExitOutcome.Failure);

    [KernelTest(Name = "EndsWithoutReport")]
    public static void EndsWithoutReport()
    {
        Channel.Send(Channel.MakeFrame(FrameType.End, [0, 0, 0, 0, 0, 0]));
        TestRun.Current.Leave(ExitOutcome.Success);
    }

    [KernelTest(Name = "SendsGarbage")]
    public static void SendsGarbage()
    {
        // Looks like the header of a frame again and again, and never is one.
        var garbage = new byte[3000];
        for (var index = 0; index < garbage.Length; index++)
        {
            garbage[index] = (index % 3) switch
            {
                0 => FrameFormat.FirstSync,
                1 => FrameFormat.SecondSync,
                _ => (byte)(index * 7),
            };
        }

        Channel.Send(garbage);
        TestRun.Current.Leave(ExitOutcome.Success);
    }

    [KernelTest(Name = "SendsUnknownFrame")]
    public static void SendsUnknownFrame() => Channel.Send(Channel.MakeFrame((FrameType)0x6E, [1, 2, 3]));

    [KernelTest(Name = "SendsShortPayload")]
    public static void SendsShortPayload() => Channel.Send(Channel.MakeFrame(FrameType.Beat, [0]));

    [KernelTest(Name = "SendsWrongChecksum")]
    public static void SendsWrongChecksum()
    {
        var frame = Channel.MakeFrame(FrameType.Output, [0, 0, 65]);
        frame[^1] ^= 1;
        Channel.Send(frame);
    }

    [KernelTest(Name = "TruncatesAFrameAndLeaves")]
    public static void TruncatesAFrameAndLeaves()
    {
        Channel.Send(Channel.MakeFrame(FrameType.Output, [0, 0, 65, 66, 67]).AsSpan(0, 10));
        TestRun.Current.Leave(ExitOutcome.Success);
    }

    [KernelTest(Name = "TruncatesAFrameAndHangs")]
    public static void TruncatesAFrameAndHangs()
    {
        Channel.Send(Channel.MakeFrame(FrameType.Output, [0, 0, 65, 66, 67]).AsSpan(0, 10));
        while (true)
        {
        }
    }

    [KernelTest(Name = "LosesAFrame")]
    public static void LosesAFrame() => TestRun.Current.NextSequence++;

    [KernelTest(Name = "ReportsAnotherCase")]
    public static void ReportsAnotherCase() => Channel.Send(Channel.MakeFrame(FrameType.Passed, [0xFE, 0, 1, 0, 0, 0, 0, 0, 0, 0]));

    [KernelTest(Name = "PanicsInsideAFrame")]
    public static void PanicsInsideAFrame()
    {
        Channel.Send(Channel.MakeFrame(FrameType.Output, [0, 0, 65, 66, 67, 68, 69, 70]).AsSpan(0, 12));
        Panic.Fail("in the middle of a frame");
    }

    [KernelTest(Name = "WritesTextIntoTheChannel")]
    public static void WritesTextIntoTheChannel()
    {
        Channel.Send("kernel text, "u8);
        TestCase.Beat();
        Channel.Send("in between\n"u8);
    }

    [KernelTest(Name = "WritesSyncBytesIntoTheChannel")]
    public static void WritesSyncBytesIntoTheChannel() =>
        Channel.Send([FrameFormat.FirstSync, FrameFormat.SecondSync, 6, 0, 0xFF, 0xFF, FrameFormat.FirstSync]);

    [KernelTest(Name = "BeatsForSeconds")]
    public static void BeatsForSeconds() => Wait(beats: true);

    [KernelTest(Name = "ComputesForSeconds")]
    public static void ComputesForSeconds() => Wait(beats: false);

    [KernelTest(Name = "PrintsALot")]
    public static void PrintsALot()
    {
        for (var line = 0; line < 2000; line++)
        {
            Console.Write("line ");
            Console.WriteLine(line);
        }
    }

    /// <summary>Waits for a few seconds of the host's clock, which the machine's real-time clock follows.</summary>
    private static void Wait(bool beats)
    {
        const int seconds = 5;

        var last = Machine.ReadSecond();
        for (var elapsed = 0; elapsed < seconds; elapsed++)
        {
            byte second;
            while ((second = Machine.ReadSecond()) == last)
            {
            }

            last = second;
            if (beats)
            {
                TestCase.Beat();
            }
        }
    }
}
