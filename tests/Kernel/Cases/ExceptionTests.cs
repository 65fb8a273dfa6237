using System;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Exceptions where the machine matters: their cost, registers, interrupts, an exhausted heap, and what is not caught. What they do by
/// themselves is compared with .NET's (tests/Conformance/Programs/Exceptions).</summary>
internal static unsafe class ExceptionTests
{
    private const byte ProbeVector = 200;
    private const int PaintedStack = 32 * 1024;
    private const ulong Paint = 0x5041_494E_5450_4149;

    private static readonly InvalidOperationException s_exception = new("thrown again and again");

    // Nobody sets them; the compiler does not know.
    private static ulong s_zero;
    private static bool s_isThrowing = true;

    private static object? s_made;
    private static int s_hungryRuns;
    private static int s_caught;
    private static int s_frames;
    private static ulong s_top;
    private static long s_depthOfThrow;

    private static readonly FormatException s_handlersException = new("of a handler");
    private static int s_caughtByHandlers;

    [KernelTest]
    public static void AThrowCaughtOneFrameUpIsCheap()
    {
        CatchOnce();
        var before = Processor.ReadTimeStampCounter();
        CatchOnce();
        var cost = (long)(Processor.ReadTimeStampCounter() - before);
        Console.WriteLine($"thrown and caught one frame up: {cost} instructions");
        Expect.InRange(cost, 1, IsOptimized ? 6000 : 20_000);
    }

    [KernelTest]
    public static void EachFrameOnTheWayCostsTheSame()
    {
        var ten = CostThrough(10);
        var hundred = CostThrough(110);
        var perFrame = (hundred - ten) / 100;
        Console.WriteLine($"each frame more: {perFrame} instructions");
        Expect.InRange(perFrame, 1, IsOptimized ? 2500 : 10_000);
    }

    [KernelTest]
    public static void ATryThatNothingLeavesCostsNothing()
    {
        const int rounds = 1000;
        s_isThrowing = false;
        CallPlainly(rounds);
        var before = Processor.ReadTimeStampCounter();
        CallPlainly(rounds);
        var plain = (long)(Processor.ReadTimeStampCounter() - before);
        CallGuarded(rounds);
        before = Processor.ReadTimeStampCounter();
        CallGuarded(rounds);
        var guarded = (long)(Processor.ReadTimeStampCounter() - before);
        s_isThrowing = true;
        Console.WriteLine($"{rounds} calls: {plain} instructions, {guarded} with a try block around each");

        // No instruction enters or leaves a block but a NOP behind the call. What lives on behind a handler, the counter here, is kept in memory by the
        // compiler. (A Debug build jumps out of each block.)
        Expect.InRange(guarded - plain, -rounds, IsOptimized ? 6 * rounds : 12 * rounds);
    }

    [KernelTest]
    public static void ThrowingTakesNoMemory()
    {
        CatchOnce();
        var before = KernelHeap.Statistics.Usage.UsedBytes;
        for (var turn = 0; turn < 100; turn++)
        {
            CatchOnce();
        }

        Expect.Equal(before, KernelHeap.Statistics.Usage.UsedBytes);
    }

    [KernelTest]
    public static void OfANewExceptionTheObjectIsAllThatStays()
    {
        CatchNew();
        var before = KernelHeap.Statistics.Usage.UsedBytes;
        s_made = new InvalidOperationException();
        var size = KernelHeap.Statistics.Usage.UsedBytes - before;
        s_made = null;
        Console.WriteLine($"an exception object: {size} bytes");

        before = KernelHeap.Statistics.Usage.UsedBytes;
        for (var turn = 0; turn < 1000; turn++)
        {
            CatchNew();
        }

        Expect.Equal(before + (1000 * size), KernelHeap.Statistics.Usage.UsedBytes);
    }

    [KernelTest]
    public static void ManyThrowsLeaveTheStackAsItWas()
    {
        var stack = ProcessorProbe.ReadStackPointer();
        s_caught = 0;
        for (var turn = 0; turn < 50_000; turn++)
        {
            CatchOnce();
        }

        Expect.Equal(50_000, s_caught);
        Expect.Equal(stack, ProcessorProbe.ReadStackPointer());
    }

    [KernelTest]
    public static void AThrowTakesLittleStack()
    {
        var thrown = StackTakenBy(&CatchOnce);
        var faulted = StackTakenBy(&CatchAFault);
        var rethrown = StackTakenBy(&CatchAgain);
        Console.WriteLine($"stack of a throw: {thrown} bytes, of a fault: {faulted} bytes, of a throw out of a handler: {rethrown} bytes");
        Expect.InRange(thrown, 500, IsOptimized ? 2000 : 8000);
        Expect.InRange(faulted, thrown, IsOptimized ? 4000 : 12_000);
        Expect.InRange(rethrown, thrown, 2 * thrown);
    }

    [KernelTest]
    public static void TheStackOfAThrowDoesNotDependOnTheWay()
    {
        s_frames = 1;
        var near = StackTakenBy(&CatchFromBelow) - s_depthOfThrow;
        s_frames = 100;
        var far = StackTakenBy(&CatchFromBelow) - s_depthOfThrow;
        Expect.Equal(near, far);
        Expect.True(s_depthOfThrow > 100 * 16);
    }

    [KernelTest]
    public static void AFaultIsThrownOnTheStackOfItsCode()
    {
        // The page fault has come on a stack of its own (IST); the filter runs above the dispatcher.
        var stack = ProcessorProbe.ReadStackPointer();
        ulong inFilter = 0;
        ulong inFinally = 0;
        try
        {
            try
            {
                ReadNull();
            }
            finally
            {
                inFinally = ProcessorProbe.ReadStackPointer();
            }
        }
        catch (NullReferenceException) when ((inFilter = ProcessorProbe.ReadStackPointer()) != 0)
        {
            s_caught++;
        }

        // Below what the fault has left on the stack, at least.
        Expect.InRange((long)(stack - inFilter), 512, PaintedStack);
        Expect.InRange((long)(stack - inFinally), 512, PaintedStack);
    }

    [KernelTest(Isolated = true)]
    public static void WithTheHeapFullOutOfMemoryIsThrown()
    {
        // What compares integers is made when it is first needed.
        var thrown = 0;
        Expect.Equal(0, thrown);
        FillTheHeap();
        OutOfMemoryException? first = null;
        for (var turn = 0; turn < 3; turn++)
        {
            try
            {
                s_made = new byte[100];
            }
            catch (OutOfMemoryException exception)
            {
                first ??= exception;
                Expect.Same(first, exception);
                thrown++;
            }
        }

        Expect.Equal(3, thrown);

        // What the processor finds needs an exception object, and there is no memory for one.
        try
        {
            s_zero = 1 / s_zero;
        }
        catch (OutOfMemoryException)
        {
            thrown++;
        }

        try
        {
            CatchOnce();
            throw null!;
        }
        catch (OutOfMemoryException)
        {
            thrown++;
        }

        Expect.Equal(5, thrown);
    }

    /// <summary>As on .NET: the failure is remembered, without memory too, and the constructor does not run again.</summary>
    [KernelTest(Isolated = true)]
    public static void StaticConstructorsThatFailWithTheHeapFullDoNotRunAgain()
    {
        s_caught = 0;
        Expect.Equal(0, s_caught);
        FillTheHeap();
        var first = FailureOfHungry(1);
        var again = FailureOfHungry(1);
        var second = FailureOfHungry(2);
        var secondAgain = FailureOfHungry(2);
        var third = FailureOfHungry(3);

        // Nothing that has to be made, before all is seen.
        var isRight = ReferenceEquals(first, again) && first is TypeInitializationException { InnerException: OutOfMemoryException }
            && ReferenceEquals(second, secondAgain) && !ReferenceEquals(first, second) && ReferenceEquals(second, third)
            && second is TypeInitializationException { InnerException: OutOfMemoryException };
        if (!isRight || s_hungryRuns != 3)
        {
            Panic.Fail("a static constructor that failed was not remembered");
        }
    }

    [KernelTest(Isolated = true, ShouldPanicLike = "unhandled exception: System.TypeInitializationException: The type initializer threw an exception.*")]
    public static void WithTheHeapFullAStaticConstructorThatFailsIsReported()
    {
        FillTheHeap();
        s_made = FirstHungry.Value;
    }

    [KernelTest(Isolated = true)]
    public static void ThrowsGoOnUnderARainOfInterruptsThatThrow()
    {
        // 24,000 interrupts a second, each of which throws and catches an exception of its own.
        const ushort divisor = 50;
        Expect.True(PicController.TryOpen(out var controller, out _));
        Expect.True(Pit.TryStart(default(PortSpace), new ThrowingInterrupts(controller), out var timer, out _, divisor));
        s_caught = 0;
        s_caughtByHandlers = 0;
        Processor.EnableInterrupts();
        for (var turn = 0; turn < 5000; turn++)
        {
            try
            {
                try
                {
                    Throw();
                }
                catch (InvalidOperationException exception) when (exception.Message.Length > 0)
                {
                    CatchOnce();
                    throw;
                }
                finally
                {
                    s_caught += 1000;
                }
            }
            catch (InvalidOperationException exception)
            {
                Expect.Same(s_exception, exception);
                s_caught -= 1000;
            }
        }

        Processor.DisableInterrupts();
        Expect.Equal(5000, s_caught);
        Console.WriteLine($"{timer.Ticks} interrupts, {s_caughtByHandlers} exceptions in them");
        Expect.True(s_caughtByHandlers > 100);
    }

    [KernelTest(Isolated = true)]
    public static void AHandlerOfAnInterruptHasItsOwnExceptions()
    {
        Expect.Equal(InterruptClaimFault.None, InterruptVectors.Claim(ProbeVector, default(Rethrower)));
        try
        {
            Throw();
        }
        catch (InvalidOperationException)
        {
            // The handler's bare throw means its own exception, and not this one; and the other way round.
            ProcessorProbe.Interrupt(ProbeVector);
            try
            {
                throw;
            }
            catch (InvalidOperationException exception)
            {
                Expect.Same(s_exception, exception);
            }
        }

        Expect.Equal("of the handler", s_made as string);
    }

    [KernelTest(ShouldPanicLike = "unhandled exception: *: out of the handler", LogContains = "  at 0xffffffff*")]
    public static void AnExceptionDoesNotLeaveAnInterruptHandler()
    {
        Expect.Equal(InterruptClaimFault.None, InterruptVectors.Claim(ProbeVector, default(Thrower)));
        try
        {
            ProcessorProbe.Interrupt(ProbeVector);
        }
        catch (Exception)
        {
            Console.WriteLine("an exception came out of an interrupt");
        }
    }

    [KernelTest]
    public static void RegistersAreTheMethodsOwnInAndAfterItsHandlers()
    {
        Expect.Equal(0u, ProcessorProbe.FindChangedPreservedRegisters(&CatchOnce));
        Expect.Equal(0u, ProcessorProbe.FindChangedPreservedRegisters(&CatchThroughAssembly));
        Expect.Equal(0u, ProcessorProbe.FindChangedPreservedRegisters(&CatchAFaultThroughAssembly));
    }

    [KernelTest(Throws = typeof(NullReferenceException))]
    public static void ANullReferenceIsThrown() => s_zero = ((Node)s_made!).Value;

    [KernelTest(Throws = typeof(NullReferenceException))]
    public static void AFaultInACopyIsTheCallers() => new Span<byte>((void*)s_zero, 2000).CopyTo(new byte[2000]);

    [KernelTest(Throws = typeof(NullReferenceException))]
    public static void AFaultInAnInterfaceCallIsTheCallers() => ((IDisposable)s_made!).Dispose();

    [KernelTest(Throws = typeof(DivideByZeroException))]
    public static void ADivisionByZeroIsThrown() => s_zero = 5 / s_zero;

    [KernelTest(ShouldPanicLike = "page fault: null reference: read of address 0x8", LogContains = "unhandled exception: *  at 0xffffffff*")]
    public static void AFaultThatNobodyCatchesIsReportedWhole() => s_zero = ((Node)s_made!).Value;

    [KernelTest(ShouldPanicLike = "page fault: read of an address that is not mapped, 0x555500000000")]
    public static void AnAccessToWhatIsNotMappedIsNotCaught()
    {
        try
        {
            s_zero = *(ulong*)(0x5555_0000_0000 + s_zero);
        }
        catch (Exception)
        {
            Console.WriteLine("caught a page fault");
        }
    }

    [KernelTest(ShouldPanicLike = "page fault: read of an address that is not mapped, 0x1000")]
    public static void ANullReferenceEndsWithTheFirstPage()
    {
        var isCaught = false;
        try
        {
            s_zero = *(byte*)(4095 + s_zero);
        }
        catch (NullReferenceException)
        {
            isCaught = true;
        }

        Expect.True(isCaught);
        try
        {
            s_zero = *(byte*)(4096 + s_zero);
        }
        catch (Exception)
        {
            Console.WriteLine("caught what is no null reference");
        }
    }

    [KernelTest(ShouldPanicLike = "page fault: write to read-only page *")]
    public static void AWriteToReadOnlyMemoryIsNotCaught()
    {
        try
        {
            *(ulong*)ImageLayout.Current.ReadOnlyDataStart = 0;
        }
        catch (Exception)
        {
            Console.WriteLine("caught a write to read-only memory");
        }
    }

    [KernelTest(ShouldPanicLike = "invalid opcode*")]
    public static void AnInvalidInstructionIsNotCaught()
    {
        try
        {
            Processor.RaiseInvalidOpcode();
        }
        catch (Exception)
        {
            Console.WriteLine("caught an invalid instruction");
        }
    }

    [KernelTest(ShouldPanicLike = "page fault: null reference: read of address 0x10")]
    public static void ANullReferenceInAssemblyIsNotCaught()
    {
        try
        {
            ProcessorProbe.Read(0x10);
        }
        catch (Exception)
        {
            Console.WriteLine("caught a fault of assembly");
        }
    }

    [KernelTest(ShouldPanic = "as asked")]
    public static void APanicIsNotCaught()
    {
        try
        {
            Panic.Fail("as asked");
        }
        catch (Exception)
        {
            Console.WriteLine("caught a panic");
        }
    }

    [KernelTest(ShouldPanicLike = "unhandled exception: *: thrown again and again")]
    public static void AnExceptionDoesNotLeaveAFunctionWithoutDirectives()
    {
        try
        {
            ProcessorProbe.CallWithoutDirectives(&Throw);
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("an exception came through what cannot be unwound");
        }
    }

    [KernelTest(ShouldPanicLike = "page fault: stack overflow of the boot stack*", LogContains = "no catch clause")]
    public static void AStackOverflowIsNotCaught()
    {
        try
        {
            s_zero = RecurseForEver(1);
        }
        catch (Exception)
        {
            Panic.Fail("a catch clause ran");
        }
        finally
        {
            Panic.Fail("a finally block ran");
        }
    }

    [KernelTest(ShouldPanicLike = "unhandled exception: *: the outer one", LogContains = "  caused by *: the inner one\n  at 0x*")]
    public static void WhatNobodyCatchesIsReportedWithItsCause() =>
        throw new InvalidOperationException("the outer one", new FormatException("the inner one"));

    [KernelTest(ShouldPanicLike = "unhandled exception: *", LogContains = "PANIC while reporting a panic: unhandled exception: *: no message")]
    public static void AMessageThatThrowsEndsTheReport()
    {
        try
        {
            throw new Shy();
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("the message's exception came out of the report");
        }
    }

    [KernelTest(ShouldPanicLike = "unhandled exception: *: nobody catches this", LogContains = "  and * more\n")]
    public static void ALongWayIsCutInTheReport() => ThrowThrough(60, new InvalidOperationException("nobody catches this"));

    [KernelTest]
    public static void ATraceHasEachFrameOnceAndGrowsAsTheExceptionGoesOn()
    {
        var exception = new InvalidOperationException();
        var inner = 0;
        try
        {
            try
            {
                ThrowThrough(5, exception);
            }
            catch (InvalidOperationException)
            {
                inner = exception.FrameCount;
                throw;
            }
        }
        catch (InvalidOperationException)
        {
            // Five frames, the one that throws, and this method, which throws it again to itself.
            Expect.Equal(7, inner);
            Expect.Equal(7, exception.FrameCount);
        }

        Rethrow(exception);
        Expect.Equal(4, exception.FrameCount);
        for (var index = 0; index < 4; index++)
        {
            var address = (ulong)exception.GetFrameAddress(index);
            ref readonly var layout = ref ImageLayout.Current;
            Expect.True(address >= layout.TextStart && address < layout.TextEnd);
        }
    }

    private static bool IsOptimized
    {
        get
        {
#if DEBUG
            return false;
#else
            return true;
#endif
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw() => throw s_exception;

    /// <summary>How far below its caller a method touches the stack. Interrupts are masked here, so nothing else does.</summary>
    private static long StackTakenBy(delegate*<void> method)
    {
        // Once before: what is made when it is first needed.
        method();
        var top = ProcessorProbe.ReadStackPointer();
        PaintStackBelow(top);
        s_top = top;
        method();
        return FindPaintBelow(top);
    }

    private static void CatchFromBelow()
    {
        try
        {
            ThrowFromBelow(s_frames);
        }
        catch (InvalidOperationException)
        {
            s_caught++;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ThrowFromBelow(int frames)
    {
        if (frames == 0)
        {
            s_depthOfThrow = (long)(s_top - ProcessorProbe.ReadStackPointer());
            throw s_exception;
        }

        return ThrowFromBelow(frames - 1) + 1;
    }

    // Not the part that this method itself is in.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PaintStackBelow(ulong top)
    {
        for (var address = top - PaintedStack; address < top - 256; address += sizeof(ulong))
        {
            *(ulong*)address = Paint;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long FindPaintBelow(ulong top)
    {
        var address = top - PaintedStack;
        while (*(ulong*)address == Paint)
        {
            address += sizeof(ulong);
        }

        return (long)(top - address);
    }

    private static void CatchAFault()
    {
        try
        {
            Fault();
        }
        catch (DivideByZeroException)
        {
            s_caught++;
        }
    }

    private static void CatchAgain()
    {
        try
        {
            try
            {
                Throw();
            }
            catch (InvalidOperationException)
            {
                throw;
            }
        }
        catch (InvalidOperationException)
        {
            s_caught++;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CatchNew()
    {
        try
        {
            ThrowThrough(3, new InvalidOperationException());
        }
        catch (InvalidOperationException)
        {
            s_caught++;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadNull() => s_zero = ((Node)s_made!).Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CatchOnce()
    {
        try
        {
            Throw();
        }
        catch (InvalidOperationException)
        {
            s_caught++;
        }
    }

    // The addition keeps the call from becoming a jump.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ThrowThrough(int frames, Exception exception) => frames == 0 ? throw exception : ThrowThrough(frames - 1, exception) + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rethrow(Exception exception)
    {
        // ThrowThrough, ThrowAgain, and this method: the throw is new, the rethrow adds to it.
        try
        {
            ThrowAgain(exception);
        }
        catch (InvalidOperationException)
        {
            s_caught++;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowAgain(Exception exception)
    {
        try
        {
            ThrowThrough(1, exception);
        }
        catch (InvalidOperationException)
        {
            throw;
        }
    }

    private static long CostThrough(int frames)
    {
        ulong before = 0;
        try
        {
            before = Processor.ReadTimeStampCounter();
            ThrowThrough(frames, s_exception);
        }
        catch (InvalidOperationException)
        {
            s_caught++;
        }

        return (long)(Processor.ReadTimeStampCounter() - before);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowPerhaps()
    {
        if (s_isThrowing)
        {
            throw s_exception;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CallPlainly(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            ThrowPerhaps();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CallGuarded(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            try
            {
                ThrowPerhaps();
            }
            catch (InvalidOperationException)
            {
                s_caught++;
            }
        }
    }

    private static void CatchThroughAssembly()
    {
        try
        {
            ProcessorProbe.CallClobbering(&Throw);
        }
        catch (InvalidOperationException)
        {
            s_caught++;
        }
    }

    private static void CatchAFaultThroughAssembly()
    {
        try
        {
            ProcessorProbe.CallClobbering(&Fault);
        }
        catch (DivideByZeroException)
        {
            s_caught++;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fault() => s_zero = 1 / s_zero;

    private static void FillTheHeap()
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
                s_caught++;
            }
        }
    }

    private static object MakeHungrily()
    {
        s_hungryRuns++;
        return new byte[100];
    }

    // No delegates: they are objects.
    private static Exception? FailureOfHungry(int number)
    {
        try
        {
            s_made = number == 1 ? FirstHungry.Value : number == 2 ? SecondHungry.Value : ThirdHungry.Value;
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    // The addition after the call keeps it from becoming a jump.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong RecurseForEver(ulong depth) => RecurseForEver(depth + 1) + depth;

    private sealed class Node
    {
        public ulong Value = 1;
    }

    private static class FirstHungry
    {
        internal static readonly object Value = MakeHungrily();
    }

    private static class SecondHungry
    {
        internal static readonly object Value = MakeHungrily();
    }

    private static class ThirdHungry
    {
        internal static readonly object Value = MakeHungrily();
    }

    private sealed class Shy : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");
    }

    /// <summary>Throws, and does not catch.</summary>
    private struct Thrower : IInterruptHandler
    {
        public readonly void OnInterrupt() => throw new InvalidOperationException("out of the handler");
    }

    /// <summary>Throws, catches, throws that again and catches it.</summary>
    private struct Rethrower : IInterruptHandler
    {
        public readonly void OnInterrupt()
        {
            try
            {
                try
                {
                    throw new FormatException("of the handler");
                }
                catch (FormatException)
                {
                    throw;
                }
            }
            catch (Exception exception)
            {
                s_made = exception.Message;
            }
        }
    }

    /// <summary>A driver's handler, and then a throw that is caught.</summary>
    private struct Throwing<THandler>(THandler handler) : IInterruptHandler
        where THandler : struct, IInterruptHandler
    {
        private THandler _handler = handler;

        public void OnInterrupt()
        {
            _handler.OnInterrupt();
            try
            {
                ThrowThrough(3, s_handlersException);
            }
            catch (FormatException) when (s_isThrowing)
            {
                s_caughtByHandlers++;
            }
        }
    }

    /// <summary>A controller that puts <see cref="Throwing{THandler}"/> around each handler.</summary>
    private readonly struct ThrowingInterrupts(PicController controller) : IInterruptController
    {
        public InterruptClaimFault Claim<THandler>(int line, THandler handler)
            where THandler : struct, IInterruptHandler => controller.Claim(line, new Throwing<THandler>(handler));

        public void Mask(int line) => controller.Mask(line);

        public void Unmask(int line) => controller.Unmask(line);

        public void End(int line) => controller.End(line);
    }
}
