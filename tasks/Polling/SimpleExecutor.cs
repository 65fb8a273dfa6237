using System;
using System.Collections.Generic;

namespace Tarn.Tasks;

/// <summary>The simplest executor there is: polls its tasks in turn, with a waker that does nothing, until all have ended.</summary>
/// <remarks>
/// For learning what the other one is for. It never halts, and a task that waits costs as much as one that works: every turn asks everybody.
/// <see cref="Executor{TPlatform}"/> asks nobody, since who is awaited wakes who waits.
/// </remarks>
public sealed class SimpleExecutor
{
    private readonly Queue<IPolledTask> _tasks = new();

    /// <summary>How often it has polled a task.</summary>
    public ulong Polls { get; private set; }

    /// <summary>Gives it a task; also while it runs.</summary>
    public void Spawn(IPolledTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        _tasks.Enqueue(task);
    }

    /// <summary>Gives it an iterator as a task.</summary>
    public void Spawn(IEnumerable<PollResult> steps) => Spawn(new IteratorTask(steps));

    /// <summary>Polls until no task is left. One that never ends is polled for ever.</summary>
    public void Run()
    {
        while (_tasks.TryDequeue(out var task))
        {
            Polls++;
            if (task.Poll(Waker.Nothing) == PollResult.Pending)
            {
                _tasks.Enqueue(task);
            }
        }
    }
}
