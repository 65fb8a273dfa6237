using System;
using System.Threading;
using Tarn.Kernel;
using Tarn.Memory;
using Tarn.Tests.Handlers.Allowed;
using Tarn.Tests.Handlers.Forbidden;

namespace Tarn.Tests.Handlers;

/// <summary>What handlers work on. The compiler must not know its contents, or it would compile less than is written.</summary>
internal static unsafe class Surroundings
{
    public static int Index;
    public static int Sum;
    public static int[] Numbers = [];
    public static object[] Objects = [];
    public static object Object = "";
    public static Lock Lock = new();
    public static Exception? Exception;
    public static Action? Action;
    public static ICounter? Counter;
    public static AbstractCounter? AbstractCounter;
    public static IOneOfTwo? OneOfTwo;
    public static delegate*<void> Function;
    public static FrameAllocator Frames;
    public static BufferSink? Sink;
    public static WeakReference<object>? Weak;

    /// <summary>Gives all that handlers find a value that depends on a number.</summary>
    public static void Prepare(int number)
    {
        Index = number & 7;
        Numbers = new int[number & 0xFF];
        Objects = (number & 1) == 0 ? new object[8] : new string[8];
        Object = (number & 2) == 0 ? new OneCounter() : "text";
        Exception = (number & 128) == 0 ? new InvalidOperationException() : new NotSupportedException();
        Action = (number & 4) == 0 ? AddOne : AddTwo;
        Counter = MakeCounter(number >> 3);
        AbstractCounter = MakeCounter(number >> 6);
        OneOfTwo = (number & 16) == 0 ? new First() : new Second();
        Function = (number & 32) == 0 ? &AddOne : &AddTwo;
        FrameAllocator.TryCreate([], 0, out Frames);
        Weak = (number & 256) == 0 ? new WeakReference<object>(Object) : null;
        Sink = (number & 64) == 0 ? new BufferSink() : null;
    }

    private static AbstractCounter MakeCounter(int number) => (number & 7) switch
    {
        0 => new OneCounter(),
        1 => new TwoCounter(),
        2 => new StepCounter<byte>(),
        3 => new StepCounter<short>(),
        4 => new StepCounter<int>(),
        5 => new StepCounter<long>(),
        6 => new StepCounter<char>(),
        _ => new StepCounter<double>(),
    };

    private static void AddOne() => Sum++;

    private static void AddTwo() => Sum += 2;
}
