using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Hello;

/// <summary>A kernel that says hello on the serial port, and leaves.</summary>
internal static unsafe class Program
{
    // What `new` takes its memory from: the driver of the serial port is an object, and so is the exception for when no memory is left.
#pragma warning disable CS0649 // Nobody assigns it: its bytes are given away.
    private static Room s_room;
#pragma warning restore CS0649
    private static nuint s_used;

    /// <summary>The first C# of the kernel. The entry code calls it on the boot stack with interrupts off.</summary>
    [RuntimeExport("tarn_main")]
    private static void Main()
    {
        if (Serial16550.TryOpen(default(PortSpace), ComPort.Com1, out var serial, out _))
        {
            ConsoleRouter.Add(serial);
        }

        Console.WriteLine("Hello from C# on the bare machine");
        Leave(ExitOutcome.Success);
    }

    private static void Leave(ExitOutcome outcome)
    {
        new QemuExit<PortSpace>(default).Exit(outcome);
        Tarn.Arch.X86_64.Processor.HaltForever();
    }

    // TarnPanicReport=false leaves Tarn.Kernel's out: 4 KB of code that this kernel does without. A panic ends it with no word but the status.
    [RuntimeExport("tarn_panic")]
    private static void Fail(char* message, int length) => Leave(ExitOutcome.Failure);

    [RuntimeExport("tarn_panic_unhandled")]
    private static void FailUnhandled(Exception exception, void* fault) => Leave(ExitOutcome.Failure);

    [RuntimeExport("tarn_heap_allocate")]
    private static void* Allocate(nuint size, nuint alignment)
    {
        var start = (s_used + alignment - 1) & ~(alignment - 1);
        if (start > Room.Size || size > Room.Size - start)
        {
            return null;
        }

        s_used = start + size;
        return (byte*)Unsafe.AsPointer(ref s_room) + start;
    }

    [RuntimeExport("tarn_heap_free")]
    private static void Free(void* block, nuint size, nuint alignment)
    {
    }

    /// <summary>Some bytes inside the image.</summary>
    private struct Room
    {
        /// <summary>Bytes of it.</summary>
        public const int Size = 4096;

        private fixed long _bytes[Size / sizeof(long)];
    }
}
