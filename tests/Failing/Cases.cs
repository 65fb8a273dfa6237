using System;
using System.Runtime.CompilerServices;
using Tarn.Testing;

namespace Tarn.Tests.Failing;

/// <summary>Cases that are meant to fail. The host's FailureReportTests say what a reader of the test's report must find of each.</summary>
internal static class Cases
{
    // What is kept is not known to the compiler. What follows a call keeps it from becoming a jump, which leaves no frame.
    private static object? s_made;
    private static int s_zero;

    [KernelTest(Name = "ExpectsInAnotherMethod")]
    public static void ExpectsInAnotherMethod()
    {
        ExpectFortyTwo(41);
        s_zero = 0;
    }

    [KernelTest(Name = "ThrowsInAnotherMethod")]
    public static void ThrowsInAnotherMethod()
    {
        Throw(new InvalidOperationException("the case fails by this"));
        s_zero = 0;
    }

    [KernelTest(Name = "ThrowsWhatWasCausedByAnother")]
    public static void ThrowsWhatWasCausedByAnother()
    {
        try
        {
            Wrap();
        }
        catch (NotSupportedException exception)
        {
            throw new InvalidOperationException("the outermost", exception);
        }
    }

    [KernelTest(Name = "ThrowsAnotherTypeThanExpected", Throws = typeof(ArgumentException))]
    public static void ThrowsAnotherTypeThanExpected()
    {
        Throw(new FormatException("not that one"));
        s_zero = 0;
    }

    [KernelTest(Name = "ThrowsNothingThoughExpected", Throws = typeof(System.Collections.Generic.KeyNotFoundException))]
    public static void ThrowsNothingThoughExpected() => s_made = "nothing";

    [KernelTest(Name = "DividesByZero")]
    public static void DividesByZero()
    {
        Divide();
        s_zero = 0;
    }

    [KernelTest(Name = "ThrowsFromManyFrames")]
    public static void ThrowsFromManyFrames() => Descend(60);

    [KernelTest(Name = "ThrowsWhatHasNoMessage")]
    public static void ThrowsWhatHasNoMessage() => Throw(new Shy());

    [KernelTest(Name = "FailsTwice")]
    public static void FailsTwice()
    {
        try
        {
            ExpectFortyTwo(41);
        }
        catch (Exception)
        {
            Throw(new InvalidOperationException("not the first failure"));
        }
    }

    [KernelTest(Name = "ThrowsWithTheHeapFull", Isolated = true)]
    public static void ThrowsWithTheHeapFull()
    {
        for (var size = 1 << 20; size > 0; size /= 2)
        {
            try
            {
                while (true)
                {
                    s_made = new byte[size];
                }
            }
            catch (OutOfMemoryException)
            {
                s_zero = 0;
            }
        }

        s_made = Make();
        s_zero = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object Make() => new();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ExpectFortyTwo(int answer)
    {
        Expect.Equal(42, answer);
        s_zero = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Divide() => s_zero = 1 / s_zero;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(Exception exception) => throw exception;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Wrap()
    {
        try
        {
            Throw(new FormatException("the innermost"));
        }
        catch (FormatException exception)
        {
            throw new NotSupportedException("the one between", exception);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Descend(int frames) => frames == 0 ? throw new InvalidOperationException("from below") : Descend(frames - 1) + 1;

    private sealed class Shy : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");
    }
}
