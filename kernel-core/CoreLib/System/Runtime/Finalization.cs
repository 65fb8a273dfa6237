using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Internal.Runtime;

namespace System.Runtime;

/// <summary>Objects whose finalizer is to run when nothing refers to them any more.</summary>
/// <remarks>
/// <code>
///   made, or registered again ──► registered ── a collection finds it dead ──► due ── its turn ──► finalizer runs; the object is like any other
///                                     └─ suppressed, and dead: swept
/// </code>
/// <para>The lower half of the object's header says whether it is registered, and whether its finalizer is suppressed.</para>
/// </remarks>
internal static unsafe class Finalization
{
    private const uint IsRegistered = 1, IsSuppressed = 2;

    private static Entry? s_registered;
    private static Entry? s_due;
    private static Entry? s_lastDue;
    private static Task? s_waiter;

    /// <summary>Whether a finalizer is due.</summary>
    internal static bool IsDue => s_due is not null;

    /// <summary>Has the finalizer of an object run when it dies.</summary>
    internal static void Register(object target)
    {
        ref var state = ref StateOf(target);
        if ((state & IsRegistered) != 0)
        {
            state &= ~IsSuppressed;
            return;
        }

        var entry = new Entry { Next = s_registered, Target = WeakCell.AddressOf(target) };
        StateOf(target) = IsRegistered;
        s_registered = entry;
    }

    /// <summary>The finalizer of an object need not run.</summary>
    internal static void Suppress(object target)
    {
        ref var state = ref StateOf(target);
        if ((state & IsRegistered) != 0)
        {
            state |= IsSuppressed;
        }
    }

    /// <summary>For the collector: the dead ones become due, and are marked, for their finalizer has them.</summary>
    /// <param name="isDead">Whether an object is not marked.</param>
    /// <param name="mark">Marks an object.</param>
    internal static void FindDue(delegate*<nint, bool> isDead, delegate*<nint, void> mark)
    {
        Entry? last = null;
        for (var entry = s_registered; entry is not null;)
        {
            var next = entry.Next;
            if (!isDead(entry.Target))
            {
                last = entry;
                entry = next;
                continue;
            }

            if (last is null)
            {
                s_registered = next;
            }
            else
            {
                last.Next = next;
            }

            var target = WeakCell.ObjectAt(entry.Target)!;
            var isSuppressed = (StateOf(target) & IsSuppressed) != 0;
            StateOf(target) = 0;
            if (!isSuppressed)
            {
                mark(entry.Target);
                entry.Due = target;
                entry.Next = null;
                if (s_lastDue is null)
                {
                    s_due = entry;
                }
                else
                {
                    s_lastDue.Next = entry;
                }

                s_lastDue = entry;
            }

            entry = next;
        }

        if (s_due is not null && s_waiter is { } waiter)
        {
            s_waiter = null;
            ReadyQueue<NoProbe>.Wake(waiter);
        }
    }

    /// <summary>Runs the finalizers that are due, in the order in which they became so.</summary>
    internal static void RunDue()
    {
        while (s_due is { } entry)
        {
            s_due = entry.Next;
            if (s_due is null)
            {
                s_lastDue = null;
            }

            var target = entry.Due!;
            target.GetMethodTable()->Finalizer(target);
        }
    }

    /// <summary>What a task waits for that runs finalizers: that one is due.</summary>
    internal static void Await(Task waiter)
    {
        TaskExecutor.Required.SeeToAccount(waiter);
        s_waiter = waiter;
    }

    private static ref uint StateOf(object target) =>
        ref Unsafe.As<byte, uint>(ref Unsafe.AddByteOffset(ref target.GetRawData(), -(nint)(2 * sizeof(nint))));

    private sealed class Entry
    {
        internal Entry? Next;

        /// <summary>The object, as an address: it is not kept.</summary>
        internal nint Target;

        /// <summary>The same, kept, when its finalizer is due.</summary>
        internal object? Due;
    }
}
