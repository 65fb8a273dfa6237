namespace System.Threading.Tasks;

/// <summary>Ends with the first of several tasks.</summary>
internal sealed class WhenAnyTask<TTask> : Task<TTask>
    where TTask : Task
{
    private readonly Waiter[] _waiters;

    private WhenAnyTask(TTask[] tasks)
    {
        _waiters = new Waiter[tasks.Length];
        for (var index = 0; index < tasks.Length; index++)
        {
            _waiters[index] = new Waiter(this, tasks[index]);
            tasks[index].AddWaiter(_waiters[index]);
        }
    }

    /// <exception cref="ArgumentException">There are none.</exception>
    internal static Task<TTask> Begin(TTask[] tasks)
    {
        if (tasks.Length == 0)
        {
            throw new ArgumentException("The tasks argument contains no tasks.", nameof(tasks));
        }

        foreach (var task in tasks)
        {
            if (task.IsCompleted)
            {
                return new Task<TTask>(task);
            }
        }

        return new WhenAnyTask<TTask>(tasks);
    }

    private void Finish(TTask first)
    {
        if (IsCompleted)
        {
            return;
        }

        // The others may live long, and be waited for like this again and again.
        foreach (var waiter in _waiters)
        {
            waiter.Leave();
        }

        TrySetResult(first);
    }

    private sealed class Waiter(WhenAnyTask<TTask> any, TTask task) : Task
    {
        internal void Leave() => task.RemoveWaiter(this);

        internal override void TakeTurn() => any.Finish(task);
    }
}
