using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Arch.X86_64;

/// <summary>The tables that the processor reads by itself: segments, the stacks of interrupts, and where interrupts go.</summary>
/// <remarks>One set, for the processor that boots. They stay where they are for the kernel's life, as the processor is told their
/// addresses once.</remarks>
public static unsafe class ProcessorTables
{
    private static TaskStateSegment s_taskState;
    private static GlobalDescriptorTable s_segments;
    private static InterruptDescriptorTable s_interrupts;

    /// <summary>RSP0: the stack of an interrupt that comes while ring 3 runs. 0 when it does not: <see cref="UserMode"/> sets it.</summary>
    internal static ref ulong PrivilegedStack => ref s_taskState.PrivilegedStack;

    /// <summary>Makes the tables and has the processor use them, in place of the loader's. From then on every exception is
    /// reported.</summary>
    /// <remarks>The first thing that a kernel does: it needs nothing, allocates nothing and leaves interrupts as they are (off).</remarks>
    public static void Load()
    {
        // The boot stack is the first of the stacks, and needs no entry: it is in use.
        var stacks = ImageLayout.Current.Stacks;
        for (var index = (int)InterruptStack.DoubleFault; index < stacks.Length; index++)
        {
            s_taskState.SetInterruptStack((InterruptStack)index, stacks[index].Top);
        }

        s_taskState.DenyPorts();
        var taskState = new TaskStateDescriptor((ulong)Unsafe.AsPointer(ref s_taskState), TaskStateSegment.SegmentSize);
        s_segments = new GlobalDescriptorTable(taskState);
        var segments = new DescriptorTablePointer((ulong)Unsafe.AsPointer(ref s_segments), sizeof(GlobalDescriptorTable));
        LoadGlobalDescriptorTable(
            &segments, SegmentSelector.KernelCode.Value, SegmentSelector.KernelData.Value, SegmentSelector.TaskState.Value);

        InterruptVectors.Initialize();
        s_interrupts.PointTo((ulong)GetInterruptStubs());
        var interrupts = new DescriptorTablePointer((ulong)Unsafe.AsPointer(ref s_interrupts), InterruptDescriptorTable.TableSize);
        LoadInterruptDescriptorTable(&interrupts);
    }

    [RuntimeImport("*", "tarn_load_global_descriptor_table")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void LoadGlobalDescriptorTable(DescriptorTablePointer* pointer, ushort code, ushort data, ushort taskState);

    [RuntimeImport("*", "tarn_load_interrupt_descriptor_table")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void LoadInterruptDescriptorTable(DescriptorTablePointer* pointer);

    [RuntimeImport("*", "tarn_get_interrupt_stubs")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* GetInterruptStubs();
}
