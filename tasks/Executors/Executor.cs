using System;
using System.Threading;
using System.Threading.Tasks;
using Tarn.Kernel;

namespace Tarn.Tasks;

/// <summary>Gives tasks their turns, and halts the processor when none is ready.</summary>
/// <typeparam name="TPlatform">The processor.</typeparam>
/// <remarks>
/// One for an image, made before the first task. Everything here is for the one thread of tasks; interrupt handlers have
/// <see cref="InterruptSignal"/> and <see cref="ByteRing"/>. Allocates one object for each task that is spawned, and nothing while it runs.
/// </remarks>
public sealed class Executor<TPlatform>
    where TPlatform : struct, IExecutorPlatform
{
    private readonly ExecutorCore<TPlatform> _core;

    /// <summary>Makes it the executor of the image. Without a clock nothing can wait for a time.</summary>
    /// <param name="platform">The processor.</param>
    public Executor(TPlatform platform)
    {
        _core = new ExecutorCore<TPlatform>(platform, null, null);
    }

    /// <summary>Makes it the executor of the image.</summary>
    /// <param name="platform">The processor.</param>
    /// <param name="clock">What deadlines are measured by.</param>
    /// <param name="alarm">What counts that clock's ticks in its interrupt.</param>
    public Executor(TPlatform platform, IClock clock, TickAlarm alarm)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(alarm);
        _core = new ExecutorCore<TPlatform>(platform, clock, alarm);
    }

    /// <summary>The task whose turn it is; outside of all turns one with the number 0 that stands for the main program.</summary>
    public KernelTask Current => (KernelTask)_core.Current;

    /// <summary>How often the processor was halted.</summary>
    public ulong Sleeps => _core.Sleeps;

    /// <summary>The tasks that were spawned and have not ended, in the order of their numbers. To be walked without waiting.</summary>
    public TaskList Tasks => new(_core.MainTask);

    /// <summary>Whether nothing is ready, and no timer is armed but periodic ones.</summary>
    public bool IsIdle => _core.Ready.IsEmpty && _core.ArmedOneShots == 0;

    /// <summary>Gives the executor a task. It begins in its first turn, not at once.</summary>
    /// <param name="name">What people know it by.</param>
    /// <param name="method">What it does.</param>
    /// <param name="priority">Whose turns come first. What the method calls has its priority.</param>
    public KernelTask Spawn(string name, Func<Task> method, TaskPriority priority = TaskPriority.Ordinary)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(method);
        return _core.Spawn(name, priority, method);
    }

    /// <summary>Gives the executor a task that can be asked to stop.</summary>
    /// <param name="name">What people know it by.</param>
    /// <param name="method">What it does. It is given <see cref="KernelTask.Cancellation"/>.</param>
    /// <param name="priority">Whose turns come first. What the method calls has its priority.</param>
    public KernelTask Spawn(string name, Func<CancellationToken, Task> method, TaskPriority priority = TaskPriority.Ordinary)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(method);
        return _core.Spawn(name, priority, method);
    }

    /// <summary>Gives turns as long as a task is ready, and returns: does not halt.</summary>
    public void RunReady() => ExecutorCore<TPlatform>.RunReady(_core);

    /// <summary>Gives turns until the image <see cref="IsIdle"/>, halting between them where a timer is armed.</summary>
    public void RunUntilIdle() => _core.RunUntilIdle();

    /// <summary>Gives turns for ever, halting when none is ready. Does not return.</summary>
    public void Run() => _core.RunForever();
}
