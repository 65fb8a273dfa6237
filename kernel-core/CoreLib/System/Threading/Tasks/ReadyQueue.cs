using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

/// <summary>The tasks that are ready, in the order in which they became so; urgent ones apart.</summary>
/// <typeparam name="TProbe">Looks on between the steps; <see cref="NoProbe"/> but in tests.</typeparam>
/// <remarks>
/// <code>
///                    Wake: 0 → 1, and only who makes this step links it
///                 ┌────────────────────────────────────────────────► 1: a turn is due, and it is in its list
///      Task.IsReady │                                                  │
///                 0: it waits, or its turn goes on, or it has ended  │ TryBegin: taken out of the list, and then 1 → 0
///                 ▲                                                  │
///                 └──────────────────────────────────────────────────┘ its turn
///
///   ReadyList ──► first ──► … ──► last ──► null        by Task.Next
///       └─ End ───────────────────────▲                Wake: End → the new one's link, in one step; then the link that was the end
///
///   _begun ──► … ──► null                              what was in the ordinary list when it was last looked at, before those of the list
/// </code>
/// <para>
/// One processor: an interrupt handler may strike between any two instructions of the others, and runs to its end before they go on. So
/// the list may lack a link between the two steps of a <see cref="Wake"/> that was interrupted; whoever is appended meanwhile is appended
/// behind it, and nobody takes tasks out before it has gone on.
/// </para>
/// <para>
/// The bit is cleared before the turn begins, and after the task's link has been read: whoever wakes it from then on links it anew, and it
/// has another turn. Who wakes it before that was heard: what the wake is for, the turn will see.
/// </para>
/// <para>
/// There is no capacity. Nothing here allocates, throws, waits, or fails, and <see cref="Wake"/> calls nothing at all.
/// </para>
/// </remarks>
internal struct ReadyQueue<TProbe>
    where TProbe : struct, IQueueProbe
{
    internal readonly ReadyList Ordinary = new(isUrgent: false);
    internal readonly ReadyList Urgent = new(isUrgent: true);

    /// <summary>The first of the ordinary ones that were taken out of the list together, and have had no turn yet.</summary>
    private Task? _begun;

    public ReadyQueue()
    {
    }

    /// <summary>Whether nothing is ready. An interrupt may change that at once, unless they are masked.</summary>
    internal readonly bool IsEmpty => _begun is null && Volatile.Read(in Ordinary.Next) is null && !HasUrgent;

    /// <summary>Whether an urgent one is ready.</summary>
    internal readonly bool HasUrgent
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(in Urgent.Next) is not null;
    }

    /// <summary>Gives a task a turn, unless one is due already. For interrupt handlers, and for tasks.</summary>
    /// <param name="task">A task that has its <see cref="Task.List"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Wake(Task task)
    {
        TProbe.Step();
        if (Interlocked.Exchange(ref task.IsReady, 1) == 0)
        {
            TProbe.Step();
            task.List!.End.Append<TProbe>(task);
        }

        TProbe.Step();
    }

    /// <summary>The same for a task that is new: nobody else knows it, so that nobody wakes it meanwhile.</summary>
    /// <param name="task">A task that has its <see cref="Task.List"/>, and was never woken.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void WakeFirst(Task task)
    {
        task.IsReady = 1;
        task.List!.End.Append<TProbe>(task);
    }

    /// <summary>Begins the turn of the ordinary task that is next. For tasks only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryBegin([NotNullWhen(true)] out Task? task)
    {
        TProbe.Step();
        task = _begun;
        if (task is null)
        {
            var list = Ordinary;
            task = Volatile.Read(in list.Next);
            TProbe.Step();
            if (task is null)
            {
                return false;
            }

            // One that comes between these steps is behind the last of those that are taken here.
            list.Next = null;
            TProbe.Step();
            list.End.SetTo(list);
            TProbe.Step();
        }

        Link.Copy(ref _begun, ref task.Next);
        TProbe.Step();
        task.Next = null;
        Volatile.Write(ref task.IsReady, 0);
        TProbe.Step();
        return true;
    }

    /// <summary>Begins the turn of the urgent task that is next. For tasks only.</summary>
    internal readonly bool TryBeginUrgent([NotNullWhen(true)] out Task? task)
    {
        TProbe.Step();
        task = Volatile.Read(in Urgent.Next);
        TProbe.Step();
        if (task is null)
        {
            return false;
        }

        if (Volatile.Read(in task.Next) is null)
        {
            TProbe.Step();
            Urgent.Next = null;
            TProbe.Step();
            if (Urgent.End.TrySetTo(Urgent, task))
            {
                TProbe.Step();
                Volatile.Write(ref task.IsReady, 0);
                TProbe.Step();
                return true;
            }
        }

        TProbe.Step();
        Link.Copy(ref Urgent.Next, ref task.Next);
        TProbe.Step();
        task.Next = null;
        Volatile.Write(ref task.IsReady, 0);
        TProbe.Step();
        return true;
    }
}
