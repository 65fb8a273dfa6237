using System;
using System.Collections.Generic;

namespace Tarn.Tasks;

/// <summary>An iterator as a task: it waits at each <c>yield return</c>.</summary>
/// <remarks>
/// The compiler makes the same of an iterator and of an <c>async</c> method: an object that holds the variables, and a number that says where
/// to go on. Here it is told by hand.
/// </remarks>
public sealed class IteratorTask : IPolledTask
{
    private readonly IEnumerator<PollResult> _steps;

    /// <summary>Makes a task of an iterator.</summary>
    /// <param name="steps">Yields <see cref="PollResult.Pending"/> where it waits. It ends when the iterator does, or yields
    /// <see cref="PollResult.Ready"/>.</param>
    public IteratorTask(IEnumerable<PollResult> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        _steps = steps.GetEnumerator();
    }

    /// <inheritdoc/>
    public PollResult Poll(Waker waker) => _steps.MoveNext() ? _steps.Current : PollResult.Ready;
}
