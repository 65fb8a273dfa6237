// The assertion below is there to fail, in a Release build too.
#define DEBUG

using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>Shows how the kernel reports a fault: <c>fault=NAME</c> on its command line raises one. docs/faults.md has what each
/// prints.</summary>
internal static unsafe class FaultDemonstration
{
    // In the lower half, where the kernel maps nothing; and in the gap between the halves, which are no addresses.
    private const ulong UnmappedAddress = 0x0000_5555_0000_0000;
    private const ulong NonCanonicalAddress = 0x8000_0000_0000_1000;

    // Zero until a fault that was to come does not; the compiler cannot know that.
    private static ulong s_data;

    /// <summary>The faults that there are.</summary>
    internal static ReadOnlySpan<byte> Names =>
        "breakpoint, divide, null, page, write-rodata, exec-data, stack-overflow, general-protection, invalid-opcode, panic, assert"u8;

    /// <summary>Raises the fault that the command line names, if it names one. Only a breakpoint returns.</summary>
    internal static void Run(CommandLine commandLine)
    {
        if (commandLine.TryGetValue("fault"u8, out var name) && !TryRaise(name))
        {
            Panic.Fail($"no fault is called '{name}'; there are {Names}");
        }
    }

    /// <summary>Raises a fault. Only a breakpoint returns.</summary>
    /// <returns>False where there is none of that name.</returns>
    internal static bool TryRaise(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("breakpoint"u8))
        {
            Processor.Breakpoint();
        }
        else if (name.SequenceEqual("divide"u8))
        {
            s_data = 1000 / s_data;
        }
        else if (name.SequenceEqual("null"u8))
        {
            var missing = s_data == 0 ? null : new Node();
            missing!.Value = 1;
        }
        else if (name.SequenceEqual("page"u8))
        {
            s_data = *(ulong*)UnmappedAddress;
        }
        else if (name.SequenceEqual("write-rodata"u8))
        {
            *(ulong*)ImageLayout.Current.ReadOnlyDataStart = 0;
        }
        else if (name.SequenceEqual("exec-data"u8))
        {
            ((delegate*<void>)Unsafe.AsPointer(ref s_data))();
        }
        else if (name.SequenceEqual("stack-overflow"u8))
        {
            s_data = RecurseForEver(1);
        }
        else if (name.SequenceEqual("general-protection"u8))
        {
            s_data = *(ulong*)NonCanonicalAddress;
        }
        else if (name.SequenceEqual("invalid-opcode"u8))
        {
            Processor.RaiseInvalidOpcode();
        }
        else if (name.SequenceEqual("panic"u8))
        {
            Panic.Fail("the fault 'panic' was asked for");
        }
        else if (name.SequenceEqual("assert"u8))
        {
            Debug.Assert(s_data != 0, "the fault 'assert' was asked for");
        }
        else
        {
            return false;
        }

        return true;
    }

    // The addition after the call keeps it from becoming a jump.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong RecurseForEver(ulong depth) => RecurseForEver(depth + 1) + depth;

    private sealed class Node
    {
        internal int Value;
    }
}
