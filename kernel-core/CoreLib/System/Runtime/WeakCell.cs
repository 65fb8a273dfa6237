using System.Runtime.CompilerServices;

namespace System.Runtime;

/// <summary>A reference that keeps nothing. The collector knows all cells, and empties those whose object is no more.</summary>
/// <remarks>
/// <para>
/// Target and links are addresses, so that marking does not follow them, and the address of the first cell is kept with all bits inverted,
/// for the collector looks into the image's data for what may be addresses of objects. A collection drops cells that nothing refers to out
/// of the list. Without a collector nothing is emptied, and the list only grows, as all else does.
/// </para>
/// <para>A collection happens inside an allocation or where it is asked for, and there is one thread: between two such points an address that
/// was read is as good as a reference.</para>
/// </remarks>
internal sealed unsafe class WeakCell
{
    private static nint s_first = ~(nint)0;

    private readonly bool _survivesFinalization;
    private nint _target;
    private nint _next;

    /// <summary>Makes a cell.</summary>
    /// <param name="target">What it refers to; null for nothing.</param>
    /// <param name="survivesFinalization">Whether it is emptied only when the object's memory goes, and not already when its finalizer is due.</param>
    internal WeakCell(object? target, bool survivesFinalization)
    {
        _survivesFinalization = survivesFinalization;
        _target = AddressOf(target);
        _next = ~s_first;
        s_first = ~AddressOf(this);
    }

    /// <summary>What it refers to; null once that is gone.</summary>
    /// <remarks>Read by a call, so that the check of interrupt handlers sees one that does.</remarks>
    internal object? Target
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => ObjectAt(_target);
        set => _target = AddressOf(value);
    }

    /// <summary>Whether it is a long weak reference.</summary>
    internal bool SurvivesFinalization => _survivesFinalization;

    internal static nint AddressOf(object? target) => Unsafe.As<object?, nint>(ref target);

    internal static object? ObjectAt(nint address) => Unsafe.As<nint, object?>(ref address);

    /// <summary>For the collector, before finalizers are looked at: empties the short ones whose object is dead.</summary>
    internal static void EmptyShort(delegate*<nint, bool> isDead)
    {
        for (var cell = ~s_first; cell != 0; cell = At(cell)._next)
        {
            var weak = At(cell);
            if (!weak._survivesFinalization && isDead(weak._target))
            {
                weak._target = 0;
            }
        }
    }

    /// <summary>For the collector, when all marking is done: empties the long ones, and forgets the cells that are dead themselves.</summary>
    internal static void EmptyLong(delegate*<nint, bool> isDead)
    {
        nint last = 0;
        for (var cell = ~s_first; cell != 0; cell = At(cell)._next)
        {
            var weak = At(cell);
            if (isDead(cell))
            {
                if (last == 0)
                {
                    s_first = ~weak._next;
                }
                else
                {
                    At(last)._next = weak._next;
                }

                continue;
            }

            last = cell;
            if (isDead(weak._target))
            {
                weak._target = 0;
            }
        }
    }

    private static WeakCell At(nint address) => Unsafe.As<nint, WeakCell>(ref address);
}
