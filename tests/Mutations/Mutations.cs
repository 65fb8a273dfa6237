namespace Tarn.Tests.Mutations;

/// <summary>The defences, one line of source each. A line that is not found any more fails its test: it has to be looked up again.</summary>
public static class Mutations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new(
            "the page fault's stack of its own",
            "arch-x86_64/Interrupts/InterruptDescriptorTable.cs",
            "        ExceptionVector.PageFault => InterruptStack.PageFault,\n",
            "",
            "FaultTests.APageFaultHasAStackOfItsOwn"),
        new(
            "the double fault's stack of its own",
            "arch-x86_64/Interrupts/InterruptDescriptorTable.cs",
            "        ExceptionVector.DoubleFault => InterruptStack.DoubleFault,\n",
            "",
            "FaultTests.ADoubleFaultHasAStackOfItsOwn"),
        new(
            "the non-maskable interrupt's stack of its own",
            "arch-x86_64/Interrupts/InterruptDescriptorTable.cs",
            "        ExceptionVector.NonMaskableInterrupt => InterruptStack.NonMaskableInterrupt,\n",
            "",
            "FaultTests.ANonMaskableInterruptHasAStackOfItsOwn"),
        new(
            "the machine check's stack of its own",
            "arch-x86_64/Interrupts/InterruptDescriptorTable.cs",
            "        ExceptionVector.MachineCheck => InterruptStack.MachineCheck,\n",
            "",
            "FaultTests.AMachineCheckHasAStackOfItsOwn"),
        new(
            "NX on pages that are not executable",
            "arch-x86_64/Paging/PageTableEntry.cs",
            "^ (NoExecute | (level > 1 ? Present | Large : Present))",
            "^ ((ulong)(flags & PageFlags.Executable) | (level > 1 ? Present | Large : Present))",
            "MemoryTests.AMappedPageIsNotExecuted"),
        new(
            "CR0.WP",
            "arch-x86_64/Protection/ProcessorProtection.cs",
            "WriteCr0(ReadCr0() | Cr0WriteProtect | Cr0NumericError);",
            "WriteCr0((ReadCr0() | Cr0NumericError) & ~Cr0WriteProtect);",
            "MemoryTests.ReadOnlyDataIsNotWrittenThroughTheDirectMap"),
        new(
            "the guard page below each stack",
            "arch-x86_64/Paging/KernelAddressSpace.cs",
            "if (stack.Guard == address)",
            "if (stack.Guard == address + 1)",
            "MemoryTests.EachPageOfTheImageMayDoWhatItIsFor"),
        new(
            "the read-only alias of code in the direct map",
            "arch-x86_64/Paging/KernelAddressSpace.cs",
            "            flags ^= PageFlags.Writable;\n",
            "",
            "MemoryTests.CodeIsNotWrittenThroughTheDirectMap"),
        new(
            "the saving of XMM registers",
            "arch-x86_64/Interrupts/InterruptStubs.s",
            "    fxrstor64 [rsp]\n",
            "",
            "InterruptTests.VectorRegistersSurviveARainOfInterrupts"),
        new(
            "the clearing of the direction flag",
            "arch-x86_64/Interrupts/InterruptStubs.s",
            "    cld\n",
            "",
            "InterruptTests.HandlersRunForwards"),
        new(
            "the default MXCSR of handlers",
            "arch-x86_64/Interrupts/InterruptStubs.s",
            "    ldmxcsr [rip + handlers_mxcsr]",
            "    nop",
            "InterruptTests.VectorRegistersSurviveARainOfInterrupts"),
        new(
            "the recognition of spurious interrupts",
            "arch-x86_64/Interrupts/Pic8259.cs",
            "if ((line & (LinesEach - 1)) != LinesEach - 1 || Read(line, ReadInService))",
            "if (line >= 0)",
            "InterruptTests.SpuriousInterruptsAreRecognised"),
        new(
            "the refusal of pages that are writable and executable",
            "arch-x86_64/Paging/PageTables.cs",
            "(~flags & (PageFlags.Writable | PageFlags.Executable)) == 0;",
            "false;",
            "MemoryTests.NoPageIsWritableAndExecutable"),
        new(
            "SMAP",
            "arch-x86_64/Protection/ProcessorProtection.cs",
            "            control |= Cr4SupervisorModeAccessPrevention;\n",
            "",
            "UserModeTests.TheKernelDoesNotReadItsPages"),
        new(
            "the clearing of AC on the way from ring 3",
            "arch-x86_64/Interrupts/InterruptStubs.s",
            "    clac\n",
            "",
            "UserModeTests.ItCannotTalkTheKernelIntoReadingItsPages"),
        new(
            "the clean registers of ring 3",
            "arch-x86_64/UserMode/UserMode.s",
            "    mov dword ptr [rsp + FXSAVE_MXCSR], MXCSR_DEFAULT\n    fxrstor64 [rsp]\n",
            "",
            "UserModeTests.ItStartsWithNothingOfTheKernels"),
        new(
            "the kernel's SSE state after ring 3",
            "arch-x86_64/UserMode/UserMode.s",
            "    .cfi_offset r15, -56\n    fxrstor64 [rsp]\n",
            "    .cfi_offset r15, -56\n",
            "UserModeTests.TheKernelsRegistersAreKept"),
        new(
            "the distinction of the kernel's faults from ring 3's",
            "arch-x86_64/UserMode/UserMode.cs",
            "frame->IsFromRing3 && (ExceptionVector)",
            "(ExceptionVector)",
            "UserModeTests.AnyFaultOfTheKernelsInACallIsAPanic"),
        new(
            "the coalescing of blocks",
            "mm/Allocators.FixedSizeBlock/SegregatedFit.cs",
            "            nuint before = *(uint*)(start - sizeof(uint));\n            offset -= before;\n            Unlink((SegregatedBlock*)(start - before));\n",
            "            record ^= bit;\n",
            "HeapCostTests.SmallBlocksThatAreFreedServeLargeOnes"),
        new(
            "the coalescing of blocks in the linked list",
            "mm/Allocators.LinkedList/LinkedListAllocator.cs",
            "if (previous is not null && EndOf(previous) == start)",
            "if (previous is not null && EndOf(previous) == start && length == 0)",
            "HeapCostTests.SmallBlocksThatAreFreedServeLargeOnes") { Allocator = "LinkedList" },
        new(
            "the guard above the heap",
            "kernel-core/Image/KernelHeap.cs",
            "(byte*)Start + MaximumSize + GuardSize,",
            "(byte*)Start + MaximumSize,",
            "HeapTests.AboveTheHeapIsAGuardAlsoWhenItHasGrownToItsBound"),
        new(
            "the unmapping of a heap's memory that could not be had to the last page",
            "mm/Memory/MappedMemory.cs",
            "                Decommit(first, index);\n",
            "",
            "HeapTests.AGrowthThatFailsAtAnyFrameLeavesNothing"),
        new(
            "the masking of interrupts by the heap's lock",
            "kernel-core/Kernel/Heap/InterruptMaskingLock.cs",
            "Enter() => Processor.SaveAndDisableInterrupts();",
            "Enter() => LetIn(Processor.SaveAndDisableInterrupts());\n\n    private static nuint LetIn(nuint state)\n    {\n        Processor.RestoreInterrupts(state);\n        return state;\n    }\n",
            "HeapLockTests.AHandlerMayAllocateWhereTheLockMasksInterrupts"),
        new(
            "the linking of a task on the edge from 0 to 1 alone",
            "kernel-core/CoreLib/System/Threading/Tasks/ReadyQueue.cs",
            "if (Interlocked.Exchange(ref task.IsReady, 1) == 0)",
            "if (Interlocked.Exchange(ref task.IsReady, 1) >= 0)",
            "TaskTests.ATaskThatIsWokenTwiceHasOneTurn"),
        new(
            "the clearing of a task's bit before its turn",
            "tasks/Executors/ExecutorCore.cs",
            "        Link.Set(ref Running!, task);\n        task.TakeTurn();\n",
            "        Link.Set(ref Running!, task);\n        task.IsReady = 1;\n        task.TakeTurn();\n        task.IsReady = 0;\n",
            "InterruptSweepTests.NoSecondSignalIsLost"),
        new(
            "the order in which a list is emptied",
            "kernel-core/CoreLib/System/Threading/Tasks/ReadyQueue.cs",
            "            list.Next = null;\n            TProbe.Step();\n            list.End.SetTo(list);\n",
            "            list.End.SetTo(list);\n            list.Next = null;\n",
            "InterruptSweepTests.NoWakeOfAnOrdinaryTaskIsLost"),
        new(
            "the look at who came behind the last urgent task",
            "kernel-core/CoreLib/System/Threading/Tasks/ReadyQueue.cs",
            "if (Urgent.End.TrySetTo(Urgent, task))",
            "Urgent.End.SetTo(Urgent);\n            if (Urgent is not null)",
            "InterruptSweepTests.NoWakeOfAnUrgentTaskIsLost"),
        new(
            "the look at the queue with interrupts masked",
            "tasks/Executors/ExecutorCore.cs",
            "        _platform.MaskInterrupts();\n        if (Ready.IsEmpty)\n",
            "        if (Ready.IsEmpty)\n",
            "InterruptSweepTests.NoWakeOfAnOrdinaryTaskIsLost"),
        new(
            "the halt in one step with the letting in of interrupts",
            "arch-x86_64/Instructions.s",
            "    sti\n    hlt\n    ret\n",
            "    sti\n    nop\n    hlt\n    ret\n",
            "InterruptSweepTests.NoWakeOfAnOrdinaryTaskIsLost"),
        new(
            "the bound of urgent turns in a row",
            "tasks/Executors/ExecutorCore.cs",
            "turns < MaximumUrgentTurns && Ready.TryBeginUrgent(out var task)",
            "Ready.TryBeginUrgent(out var task)",
            "TaskTests.AnUrgentTaskThatIsAlwaysReadyStarvesNobody"),
        new(
            "the order of timers",
            "tasks/Timers/TimerHeap.cs",
            "left.Deadline < right.Deadline ||",
            "left.Deadline > right.Deadline ||",
            "TaskTests.DelaysElapseInTheirOrder"),
        new(
            "the counting of what a ring drops",
            "tasks/Interrupts/ByteRing.cs",
            "            Volatile.Write(ref _dropped, _dropped + 1);\n",
            "",
            "InputTests.WhatAFloodDropsIsCountedExactly"),
        new(
            "the refusal of what a ring has no room for",
            "tasks/Interrupts/ByteRing.cs",
            "if (written - Volatile.Read(ref _read) >= (uint)buffer.Length)",
            "if (written - Volatile.Read(ref _read) > uint.MaxValue - 1)",
            "InputTests.WhatAFloodDropsIsCountedExactly"),
        new(
            "the report of failures that nobody has seen",
            "kernel-core/CoreLib/System/Threading/Tasks/Task.cs",
            "            TaskExecutor.Installed?.NoteFailure(this);\n",
            "",
            "TaskTests.ATaskThatFailsUnseenIsNamed"),
        new(
            "the look at registers by a collection",
            "mm/Collector/Collect.s",
            "    mov rdi, rsp\n",
            "    lea rdi, [rsp + 6 * 8]\n",
            "CollectionTests.ARegisterAloneKeeps") { HasCollector = true },
        new(
            "the second look at objects that found no room on the mark stack",
            "mm/Collector/ObjectHeap.Marking.cs",
            "            if (_leftFirst == _leftEnd)\n",
            "            if (_depth == 0)\n",
            "CollectionTests.AMarkStackThatIsTooShortLosesNothing") { HasCollector = true },
        new(
            "the look at tasks that became ready while it was marked",
            "mm/Collector/ObjectHeap.cs",
            "            roots.MarkLateRoots(ref this);\n",
            "",
            "TaskCollectionTests.ATaskThatOnlyASignalHeldStays") { HasCollector = true },
    ];
}
