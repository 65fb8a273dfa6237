using System.Threading.Tasks;

namespace Tarn.Tasks;

/// <summary>Timers in the order of their deadlines, those of one deadline in the order in which they were armed.</summary>
/// <remarks>
/// A pairing heap (Fredman, Sedgewick, Sleator and Tarjan, 1986): a tree in which no timer comes before its parent, made of links in the
/// timers themselves. Adding takes constant time; taking the first, or one from the middle, takes logarithmic time on average, and no
/// recursion. Nothing here allocates.
/// <code>
///       root            FirstChild goes down, NextSibling to the right, Previous to the left and from a first child up
///        │
///       child ── child ── child
///        │                  │
///       child              child ── child
/// </code>
/// </remarks>
internal struct TimerHeap
{
    private TaskTimer? _root;
    private ulong _lastOrder;

    /// <summary>The timer whose deadline is next; null if there is none.</summary>
    internal readonly TaskTimer? First => _root;

    /// <summary>Adds a timer. Its deadline does not change while it is here.</summary>
    internal void Add(TaskTimer timer)
    {
        timer.Order = ++_lastOrder;
        timer.FirstChild = null;
        timer.NextSibling = null;
        timer.Previous = null;
        timer.IsArmed = true;
        _root = _root is null ? timer : Meld(_root, timer);
    }

    /// <summary>Takes out a timer that is here.</summary>
    internal void Remove(TaskTimer timer)
    {
        var rest = MeldChildren(timer.FirstChild);
        timer.FirstChild = null;
        timer.IsArmed = false;
        if (timer.Previous is not { } previous)
        {
            _root = rest;
            return;
        }

        if (ReferenceEquals(previous.FirstChild, timer))
        {
            previous.FirstChild = timer.NextSibling;
        }
        else
        {
            previous.NextSibling = timer.NextSibling;
        }

        if (timer.NextSibling is { } next)
        {
            next.Previous = previous;
        }

        timer.NextSibling = null;
        timer.Previous = null;
        if (rest is not null)
        {
            _root = Meld(_root!, rest);
        }
    }

    private static bool ComesBefore(TaskTimer left, TaskTimer right) =>
        left.Deadline < right.Deadline || (left.Deadline == right.Deadline && left.Order < right.Order);

    /// <summary>Makes one tree of two: the root that comes later becomes the first child of the other.</summary>
    private static TaskTimer Meld(TaskTimer left, TaskTimer right)
    {
        var (parent, child) = ComesBefore(right, left) ? (right, left) : (left, right);
        child.NextSibling = parent.FirstChild;
        if (child.NextSibling is { } next)
        {
            next.Previous = child;
        }

        child.Previous = parent;
        parent.FirstChild = child;
        return parent;
    }

    /// <summary>Makes one tree of siblings: in pairs from left to right, and then the pairs from right to left.</summary>
    private static TaskTimer? MeldChildren(TaskTimer? child)
    {
        TaskTimer? pairs = null;
        while (child is not null)
        {
            var first = Detach(child, out var second);
            var pair = first;
            child = second;
            if (second is not null)
            {
                pair = Meld(first, Detach(second, out child));
            }

            pair.NextSibling = pairs;
            pairs = pair;
        }

        TaskTimer? tree = null;
        while (pairs is not null)
        {
            var pair = Detach(pairs, out pairs);
            tree = tree is null ? pair : Meld(tree, pair);
        }

        return tree;
    }

    private static TaskTimer Detach(TaskTimer timer, out TaskTimer? next)
    {
        next = timer.NextSibling;
        timer.NextSibling = null;
        timer.Previous = null;
        return timer;
    }
}
