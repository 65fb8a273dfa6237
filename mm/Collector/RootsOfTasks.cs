using System.Runtime;
using System.Threading.Tasks;

namespace Tarn.Collecting;

/// <summary>What the core library has to do with a collection.</summary>
public static unsafe class RootsOfTasks
{
    private static ObjectHeap* s_heap;

    /// <summary>Marks the tasks that are ready.</summary>
    /// <remarks>
    /// An interrupt handler moves references in one way: it takes the task that waits out of an <c>InterruptSignal</c> and appends it to a list of
    /// tasks that are ready. Both may have been scanned at different times: the list before that, the signal after it. So these lists are
    /// walked when all else is marked, and once more whenever that marked a task: in the end nothing was scanned since the last walk began,
    /// and what a handler has taken out before was in a list by then.
    /// </remarks>
    public static void MarkReady(ref ObjectHeap heap)
    {
        if (TaskExecutor.Installed is { } executor)
        {
            MarkList(ref heap, executor.Ready.Ordinary.Next);
            MarkList(ref heap, executor.Ready.Urgent.Next);
        }
    }

    /// <summary>All that is reachable is marked: weak references and finalizers are told.</summary>
    public static void OnMarked(ref ObjectHeap heap)
    {
        fixed (ObjectHeap* address = &heap)
        {
            s_heap = address;
            WeakCell.EmptyShort(&IsDead);
            Finalization.FindDue(&IsDead, &Mark);
            heap.Drain();
            WeakCell.EmptyLong(&IsDead);
            s_heap = null;
        }
    }

    private static void MarkList(ref ObjectHeap heap, Task? task)
    {
        for (; task is not null; task = task.Next)
        {
            heap.Mark((nuint)WeakCell.AddressOf(task));
        }
    }

    private static bool IsDead(nint address) => s_heap->IsDead((nuint)address);

    private static void Mark(nint address) => s_heap->Mark((nuint)address);
}
