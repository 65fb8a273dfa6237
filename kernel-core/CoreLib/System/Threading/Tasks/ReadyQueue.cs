using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

/// <summary>The tasks that are ready, in the order in which they became so; urgent ones first.</summary>
/// <typeparam name="TProbe">Looks on between the steps; <see cref="NoProbe"/> but in tests.</typeparam>
/// <remarks>
/// <code>
///   Task.Turn                                                  Ready = 1: a turn is due
///                                                              Linked = 2: in a ring, where a task stays during its turn
///                       Wake: 0 → 1, onto the stack            Alone = 4: its turn goes on, and it is in no ring
///                 ┌──────────────────────────► 1 ──┐
///                 │                                │ Collect
///   waits         │     Post: 0 → 3, into a ring   ▼
///     0 ──────────┴──────────────────────────────► 3 ◄────────────────────────┐
///     ▲                                            │ TryBegin                 │ Wake, Post, Task.Yield: 2 → 3
///     │           End: taken out of the ring       ▼                          │
///     └─────────────────────────────────────────── 2 ─────────────────────────┘
///                                               its turn; 4 and 5 for 2 and 3 where it is in no ring:
///                                               one that was woken while nothing else was ready, or that waits
///                                               for another task without await (Detach)
///
///   _woken, a stack: what interrupts woke.   _lastOrdinary, _lastUrgent: rings of what is ready, by their last ones.
/// </code>
/// <para>
/// One processor: an interrupt handler may strike between any two instructions of the others, and runs to its end before they go on. It only
/// ever sets the bit Ready, pushes onto the stack and says that there is something in it; that is why the rings need nothing atomic. Whoever
/// brings a task from 0 to another state is the one who links it, so that none is linked twice. A task that is woken during its turn gets
/// another one.
/// </para>
/// <para>
/// There is no capacity. Nothing here allocates, throws, waits, or fails, and <see cref="Wake"/> calls nothing at all. A task that waits for
/// its turn again as soon as it has had it costs two stores: the ring turns by one.
/// </para>
/// </remarks>
internal struct ReadyQueue<TProbe>
    where TProbe : struct, IQueueProbe
{
    /// <summary>How many urgent turns in a row there are at most while others are ready.</summary>
    internal const int MaximumUrgentTurns = 32;

    private const int Ready = 1, Linked = 2, Alone = 4;

    /// <summary>Whether something may be in the stack or in the urgent ring. Set last by whoever adds, cleared first by who looks.</summary>
    private bool _needsAttention;

    private Task? _woken;
    private Task? _lastOrdinary;
    private Task? _lastUrgent;
    private int _urgentTurns;

    /// <summary>Whether nothing is ready. An interrupt may change that at once, unless they are masked.</summary>
    internal readonly bool IsEmpty => Volatile.Read(in _woken) is null && _lastUrgent is null && _lastOrdinary is null;

    /// <summary>Gives a task a turn, unless one is due already. For interrupt handlers, and for tasks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Wake(Task task)
    {
        TProbe.Step();
        var turn = Interlocked.CompareExchange(ref task.Turn, Ready, 0);
        TProbe.Step();
        if (turn != 0)
        {
            // The other bits are those of who is interrupted, and do not change meanwhile.
            Volatile.Write(ref task.Turn, turn | Ready);
            return;
        }

        var first = Volatile.Read(in _woken);
        while (true)
        {
            Link.Set(ref task.Next, first);
            TProbe.Step();
            var found = Interlocked.CompareExchange(ref Unsafe.As<Task?, nint>(ref _woken), Link.AddressOf(task), Link.AddressOf(first));
            if (found == Link.AddressOf(first))
            {
                break;
            }

            first = Unsafe.As<nint, Task?>(ref found);
        }

        TProbe.Step();
        Volatile.Write(ref _needsAttention, true);
        TProbe.Step();
    }

    /// <summary>The same, straight into a ring. For tasks only.</summary>
    internal void Post(Task task)
    {
        TProbe.Step();
        var turn = Interlocked.CompareExchange(ref task.Turn, Ready | Linked, 0);
        TProbe.Step();
        if (turn == 0)
        {
            Append(task);
        }
        else
        {
            Volatile.Write(ref task.Turn, turn | Ready);
        }
    }

    /// <summary>The same for a task during its turn, if that is in a ring.</summary>
    /// <returns>False where it is not, and <see cref="Post"/> is to be called.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryPostRunning(Task task)
    {
        if (task.Turn != Linked)
        {
            return false;
        }

        task.Turn = Ready | Linked;
        return true;
    }

    /// <summary>Begins the turn that is next. For tasks only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryBegin([NotNullWhen(true)] out Task? task)
    {
        TProbe.Step();
        if (Volatile.Read(in _needsAttention))
        {
            task = BeginWithAttention();
            return task is not null;
        }

        if (_lastOrdinary is not { } last)
        {
            task = null;
            return false;
        }

        task = Begin(last.Next!);
        return true;
    }

    /// <summary>Ends a turn. Where it is easily told which is the next one, begins that.</summary>
    /// <returns>The task whose turn it is now; null where <see cref="TryBegin"/> has to look.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Task? EndAndBegin(Task task)
    {
        TProbe.Step();

        // Without attention there is nothing urgent, so it was the first of the ordinary ones: it becomes the last.
        if (task.Turn == (Ready | Linked) && !Volatile.Read(in _needsAttention))
        {
            Link.Set(ref _lastOrdinary, task);
            return Begin(task.Next!);
        }

        End(task);
        return null;
    }

    /// <summary>Ends a turn. For tasks only.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void End(Task task)
    {
        TProbe.Step();
        if ((task.Turn & Linked) == 0)
        {
            if (Interlocked.CompareExchange(ref task.Turn, 0, Alone) != Alone)
            {
                TProbe.Step();
                task.Turn = Ready | Linked;
                Append(task);
            }

            return;
        }

        // From the moment in which it is 0 the task can be woken, and its link be used by the stack.
        ref var last = ref RingOf(task);
        var next = task.Next;
        TProbe.Step();
        if (Interlocked.CompareExchange(ref task.Turn, 0, Linked) == Linked)
        {
            TProbe.Step();
            Unlink(ref last, task, next);
        }
        else
        {
            Link.Set(ref last, task);
        }

        TProbe.Step();
    }

    /// <summary>Takes the task whose turn goes on out of its ring, so that others can have turns meanwhile. For tasks only.</summary>
    internal void Detach(Task task)
    {
        if ((task.Turn & Linked) == 0)
        {
            return;
        }

        var next = task.Next;
        var turn = Volatile.Read(in task.Turn);
        while (true)
        {
            var found = Interlocked.CompareExchange(ref task.Turn, (turn & Ready) | Alone, turn);
            if (found == turn)
            {
                break;
            }

            turn = found;
        }

        Unlink(ref RingOf(task), task, next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Task Begin(Task task)
    {
        // An interrupt that wakes it before this sets a bit that is set; what it was for is seen in the turn.
        Volatile.Write(ref task.Turn, Linked);
        TProbe.Step();
        return task;
    }

    private static void Unlink(ref Task? lastOfRing, Task task, Task? next)
    {
        var last = lastOfRing!;
        if (ReferenceEquals(last, task))
        {
            lastOfRing = null;
        }
        else
        {
            Link.Set(ref last.Next, next);
        }
    }

    [UnscopedRef]
    private ref Task? RingOf(Task task) => ref task.IsUrgent ? ref _lastUrgent : ref _lastOrdinary;

    private void Append(Task task)
    {
        ref var ring = ref RingOf(task);
        if (ring is { } last)
        {
            Link.Set(ref task.Next, last.Next);
            Link.Set(ref last.Next, task);
        }
        else
        {
            Link.Set(ref task.Next, task);
        }

        Link.Set(ref ring, task);
        if (task.IsUrgent)
        {
            _needsAttention = true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task? BeginWithAttention()
    {
        Volatile.Write(ref _needsAttention, false);
        TProbe.Step();
        if (Interlocked.Exchange(ref Unsafe.As<Task?, nint>(ref _woken), 0) is var address && address != 0)
        {
            TProbe.Step();
            var woken = Unsafe.As<nint, Task>(ref address);
            if (woken.Next is null && _lastOrdinary is null && _lastUrgent is null)
            {
                Volatile.Write(ref woken.Turn, Alone);
                TProbe.Step();
                return woken;
            }

            Collect(woken);
        }

        if (_lastUrgent is { } lastUrgent)
        {
            _needsAttention = true;
            if (_urgentTurns < MaximumUrgentTurns || _lastOrdinary is null)
            {
                _urgentTurns++;
                return Begin(lastUrgent.Next!);
            }
        }

        _urgentTurns = 0;
        return _lastOrdinary is { } last ? Begin(last.Next!) : null;
    }

    /// <summary>Moves what was woken to the rings, the first one first.</summary>
    private void Collect(Task? woken)
    {
        Task? first = null;
        while (woken is not null)
        {
            var next = woken.Next;
            Link.Set(ref woken.Next, first);
            first = woken;
            woken = next;
        }

        while (first is not null)
        {
            var next = first.Next;
            TProbe.Step();
            Volatile.Write(ref first.Turn, Ready | Linked);
            TProbe.Step();
            Append(first);
            first = next;
        }
    }
}
