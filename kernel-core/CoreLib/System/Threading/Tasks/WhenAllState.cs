using System.Collections.Generic;

namespace System.Threading.Tasks;

/// <summary>How many of several tasks have not ended.</summary>
internal sealed class WhenAllState
{
    private readonly Task[] _tasks;
    private readonly Action _onAll;
    private int _remaining;

    private WhenAllState(Task[] tasks, Action onAll)
    {
        _tasks = tasks;
        _onAll = onAll;
    }

    /// <summary>Has <paramref name="onAll"/> called when all have ended; at once, if they have.</summary>
    internal static WhenAllState Begin(Task[] tasks, Action onAll)
    {
        var state = new WhenAllState(tasks, onAll);
        foreach (var task in tasks)
        {
            if (!task.IsCompleted)
            {
                state._remaining++;
                task.AddWaiter(new WhenAllWaiter(state));
            }
        }

        return state;
    }

    internal bool IsDone => _remaining == 0;

    internal void CountOne()
    {
        if (--_remaining == 0)
        {
            _onAll();
        }
    }

    /// <summary>Ends a task as all of them together ended: failed if one failed, else cancelled if one was.</summary>
    /// <returns>False where all ran to completion: then it is for the caller to end it.</returns>
    internal bool TryGiveFailure(Task to)
    {
        List<Exception>? exceptions = null;
        Task? cancelled = null;
        foreach (var task in _tasks)
        {
            if (task.IsFaulted)
            {
                task.MarkObserved();
                (exceptions ??= []).AddRange(task.GetExceptions());
            }
            else if (task.IsCanceled)
            {
                cancelled ??= task;
            }
        }

        if (exceptions is not null)
        {
            to.TrySetFault(exceptions.ToArray());
            return true;
        }

        return cancelled is not null && to.TrySetFrom(cancelled);
    }
}
