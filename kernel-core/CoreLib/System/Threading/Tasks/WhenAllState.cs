using System.Collections.Generic;

namespace System.Threading.Tasks;

/// <summary>How many of several tasks have not ended, and which ones did not run to completion.</summary>
internal sealed class WhenAllState
{
    private readonly Action _onAll;

    // One more than there are tasks until all have been looked at.
    private int _remaining;

    /// <summary>Those that failed or were cancelled, in the order in which they ended.</summary>
    private List<Task>? _unsuccessful;

    /// <param name="onAll">Is called when all have ended.</param>
    internal WhenAllState(Action onAll)
    {
        _onAll = onAll;
    }

    /// <summary>Begins to wait; ends at once, if all have ended.</summary>
    internal void Begin(ReadOnlySpan<Task> tasks)
    {
        _remaining = tasks.Length + 1;
        foreach (var task in tasks)
        {
            if (task.IsCompleted)
            {
                Count(task);
            }
            else
            {
                task.AddWaiter(new WhenAllWaiter(this, task));
            }
        }

        CountOne();
    }

    /// <summary>A task has ended.</summary>
    internal void Count(Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            (_unsuccessful ??= []).Add(task);
        }

        CountOne();
    }

    /// <summary>Ends a task as all of them together ended: failed if one failed, else cancelled if one was.</summary>
    /// <returns>False where all ran to completion: then it is for the caller to end it.</returns>
    internal bool TryGiveFailure(Task to)
    {
        if (_unsuccessful is null)
        {
            return false;
        }

        List<Exception>? exceptions = null;
        foreach (var task in _unsuccessful)
        {
            if (task.IsFaulted)
            {
                task.MarkObserved();
                (exceptions ??= []).AddRange(task.GetExceptions());
            }
        }

        return exceptions is not null ? to.TrySetFault(exceptions.ToArray()) : to.TrySetFrom(_unsuccessful[0]);
    }

    private void CountOne()
    {
        if (--_remaining == 0)
        {
            _onAll();
        }
    }
}
