using System;
using System.Collections.Generic;
using Tarn.Kernel;

namespace OwnExecutor;

/// <summary>Gives turns to iterators, each when its time has come: whose deadline is earliest comes first.</summary>
/// <typeparam name="TPlatform">The processor.</typeparam>
/// <remarks>
/// An iterator yields for how long it wants to be left alone. The compiler makes an object of it that holds its variables and where to go on: the same
/// that it makes of an <c>async</c> method.
/// </remarks>
internal sealed class DeadlineExecutor<TPlatform>(IClock clock)
    where TPlatform : struct, IExecutorPlatform
{
    private readonly PriorityQueue<IEnumerator<TimeSpan>, TimeSpan> _waiting = new();

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TPlatform _platform = default;

    /// <summary>Gives it a task, to begin at once.</summary>
    public void Spawn(IEnumerable<TimeSpan> task) => _waiting.Enqueue(task.GetEnumerator(), clock.Elapsed);

    /// <summary>Runs until no task is left. The processor halts while none is due.</summary>
    public void Run()
    {
        while (_waiting.TryPeek(out var task, out var deadline))
        {
            // Masked between looking at the clock and halting: a tick in between would be slept through.
            _platform.MaskInterrupts();
            if (clock.Elapsed < deadline)
            {
                _platform.WaitForInterrupt();
                continue;
            }

            _platform.UnmaskInterrupts();
            _waiting.Dequeue();
            if (task.MoveNext())
            {
                _waiting.Enqueue(task, deadline + task.Current);
            }
        }
    }
}
