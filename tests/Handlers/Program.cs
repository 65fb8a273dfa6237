using System.Runtime;
using Tarn.Arch.X86_64;
using Tarn.Boot;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Tasks;
using Tarn.Tests.Handlers.Allowed;
using Tarn.Tests.Handlers.Forbidden;

namespace Tarn.Tests.Handlers;

/// <summary>Claims a vector for each handler, as a kernel does.</summary>
internal static unsafe class Program
{
    private static int s_vector = InterruptVectors.FirstFree;

    [RuntimeExport("tarn_main")]
    private static void Main(LimineRequests* requests)
    {
        ProcessorTables.Load();
        KernelHeap.Initialize();
        if (PicController.TryOpen(out var interrupts, out _))
        {
            Pit.TryStart(default(PortSpace), interrupts, out _, out _);
            interrupts.Claim(3, default(AllocatingOnALine));
        }

        // What handlers find: decided here, so that the compiler cannot know it.
        Surroundings.Prepare((int)Processor.ReadTimeStampCounter());

        Claim(default(Allocating));
        Claim(default(AllocatingInAnArray));
        Claim(default(AllocatingInACallee));
        Claim(default(AllocatingBehindTailCalls));
        Claim(default(AllocatingInAssembly));
        Claim(default(AllocatingBehindALabel));
        Claim(default(AllocatingBehindDeclaredCall));
        Claim(new Wrapping<Allocating>(default));
        Claim(default(TakingFrames));
        Claim(default(Collecting));
        Claim(default(ReadingAWeakReference));
        Claim(default(RunningFinalizers));
        Claim(default(Boxing));
        Claim(default(Throwing));
        Claim(default(ThrowingInAssembly));
        Claim(default(Slicing));
        Claim(default(Indexing));
        Claim(default(IndexingASpan));
        Claim(default(Casting));
        Claim(default(StoringAReference));
        Claim(default(Locking));
        Claim(default(TryingALock));
        Claim(default(Printing));
        Claim(default(PrintingInterpolated));
        Claim(default(PrintingToASink));
        Claim(default(CallingADelegate));
        Claim(default(CallingAnInterface));
        Claim(default(CallingAVirtualMethod));
        Claim(default(CallingAFunctionPointer));
        Claim(default(CallingInAssembly));
        Claim(default(Panicking));
        Claim(default(BreakingIn));
        Claim(default(RunningAStaticConstructor));
        Claim(default(LettingInterruptsIn));
        Claim(default(Waiting));
        Claim(default(Recursing));
        Claim(default(AllocatingOnTheStack));
        Claim(default(JumpingAway));

        var alarm = new TickAlarm();
        _ = new Executor<ProcessorPlatform>(default, new StoppedClock(), alarm);
        Claim(new WakingATask(new ByteRing(16), new InterruptSignal(), alarm.Handler));
        Claim(default(GuardedIndex));
        Claim(default(FixedBuffer));
        Claim(default(ConstantStackBuffer));
        Claim(default(LargeFrame));
        Claim(default(DeclaredIndirectCall));
        Claim(default(CallingOneOfTwo));
        Claim(default(InterruptLocked));
        Claim(default(Switching));
        Claim(default(Looping));
        Claim(default(Copying));
        Claim(default(Dividing));
        Claim(new Unchecked<int>(1));
        Processor.HaltForever();
    }

    private static void Claim<THandler>(THandler handler)
        where THandler : struct, IInterruptHandler => InterruptVectors.Claim(s_vector++, handler);
}
