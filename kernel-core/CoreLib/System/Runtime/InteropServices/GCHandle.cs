using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Runtime.InteropServices;

/// <summary>A reference to an object that can be kept where the collector does not look: as a number.</summary>
/// <remarks>
/// Handles are in a table that grows by doubling, and there may be 2^31 at a time. A number says which of its slots, and for the how-manieth time that was
/// taken; so a copy of a handle that was freed is known to be one, and whoever uses it gets the exception of a handle that there never was. (In .NET that is
/// undefined.)
/// <code>
///   bit 0: pinned    1 … 31: which use of the slot    32 … 62: which slot, from 1    63: zero
/// </code>
/// </remarks>
public struct GCHandle : IEquatable<GCHandle>
{
    private const nint IsPinned = 1;
    private const int UseShift = 1, SlotShift = 32, UseMask = int.MaxValue, NoSlot = -1, FirstCapacity = 8;

    private static Slot[] s_slots = [];
    private static int s_taken;
    private static int s_firstFree = NoSlot;

    private nint _handle;

    private GCHandle(nint handle) => _handle = handle;

    /// <summary>The object.</summary>
    /// <exception cref="InvalidOperationException">There is no handle, or it was freed.</exception>
    /// <exception cref="ArgumentException">The handle is pinned, and the object set has references.</exception>
    public readonly object? Target
    {
        get => FindSlot().Target;
        set
        {
            ref var slot = ref FindSlot();
            if ((_handle & IsPinned) != 0)
            {
                ThrowUnlessPinnable(value);
            }

            slot.Target = value;
        }
    }

    /// <summary>Whether there is a handle.</summary>
    public readonly bool IsAllocated => _handle != 0;

    public static GCHandle Alloc(object? value) => Alloc(value, GCHandleType.Normal);

    /// <exception cref="ArgumentOutOfRangeException">There is no such type.</exception>
    /// <exception cref="ArgumentException">The handle is to be pinned, and the object has references.</exception>
    public static GCHandle Alloc(object? value, GCHandleType type)
    {
        if ((uint)type > (uint)GCHandleType.Pinned)
        {
            throw new ArgumentOutOfRangeException(nameof(type), "Enum value was out of legal range.");
        }

        if (type == GCHandleType.Pinned)
        {
            ThrowUnlessPinnable(value);
        }

        // All that is to be allocated is, before anything changes.
        var weak = type is GCHandleType.Weak or GCHandleType.WeakTrackResurrection ? new WeakCell(value, type == GCHandleType.WeakTrackResurrection) : null;
        if (s_firstFree == NoSlot && s_taken == s_slots.Length)
        {
            Array.Resize(ref s_slots, Math.Max(FirstCapacity, 2 * s_slots.Length));
        }

        var index = s_firstFree != NoSlot ? s_firstFree : s_taken++;
        ref var slot = ref s_slots[index];
        if (index == s_firstFree)
        {
            s_firstFree = slot.NextFree;
        }

        slot.IsTaken = true;
        slot.Weak = weak;
        slot.Strong = weak is null ? value : null;
        return new GCHandle(((nint)(index + 1) << SlotShift) | ((nint)slot.Use << UseShift) | (type == GCHandleType.Pinned ? IsPinned : 0));
    }

    /// <summary>The handle that a number stands for.</summary>
    public static GCHandle FromIntPtr(nint value)
    {
        if (value == 0)
        {
            ThrowUninitialized();
        }

        return new GCHandle(value);
    }

    public static nint ToIntPtr(GCHandle value) => value._handle;

    public static explicit operator GCHandle(nint value) => FromIntPtr(value);

    public static explicit operator nint(GCHandle value) => value._handle;

    public static bool operator ==(GCHandle a, GCHandle b) => a._handle == b._handle;

    public static bool operator !=(GCHandle a, GCHandle b) => a._handle != b._handle;

    /// <summary>The handle ends.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it was freed.</exception>
    public void Free()
    {
        ref var slot = ref FindSlot();
        var index = (int)(_handle >> SlotShift) - 1;
        _handle = 0;
        slot.Strong = null;
        slot.Weak = null;
        slot.IsTaken = false;

        // A slot that was taken as often as a number can tell is not taken again.
        if (slot.Use < UseMask)
        {
            slot.Use++;
            slot.NextFree = s_firstFree;
            s_firstFree = index;
        }
    }

    /// <summary>Where the data of a pinned object are: the first element of an array, the first character of a string, the first field.</summary>
    /// <exception cref="InvalidOperationException">The handle is not pinned, or was freed.</exception>
    public readonly unsafe nint AddrOfPinnedObject()
    {
        var target = FindSlot().Target;
        if ((_handle & IsPinned) == 0)
        {
            throw new InvalidOperationException("Handle is not pinned.");
        }

        if (target is null)
        {
            return 0;
        }

        var data = WeakCell.AddressOf(target) + sizeof(nint);
        return target is string ? data + sizeof(int) : target is Array ? data + sizeof(nint) : data;
    }

    public readonly bool Equals(GCHandle other) => _handle == other._handle;

    public override readonly bool Equals(object? o) => o is GCHandle other && Equals(other);

    public override readonly int GetHashCode() => _handle.GetHashCode();

    private readonly ref Slot FindSlot()
    {
        var index = (_handle >> SlotShift) - 1;
        if ((nuint)index < (nuint)s_slots.Length)
        {
            ref var slot = ref s_slots[index];
            if (slot.IsTaken && slot.Use == ((int)(_handle >> UseShift) & UseMask))
            {
                return ref slot;
            }
        }

        ThrowUninitialized();
        return ref Unsafe.NullRef<Slot>();
    }

    private static void ThrowUninitialized() => throw new InvalidOperationException("Handle is not initialized.");

    private static unsafe void ThrowUnlessPinnable(object? value)
    {
        if (value is not null && value.GetMethodTable()->ContainsGCPointers)
        {
            throw new ArgumentException("Object contains references.", nameof(value));
        }
    }

    private struct Slot
    {
        internal object? Strong;
        internal WeakCell? Weak;
        internal int Use;
        internal int NextFree;
        internal bool IsTaken;

        internal object? Target
        {
            readonly get => Weak is null ? Strong : Weak.Target;
            set
            {
                if (Weak is null)
                {
                    Strong = value;
                }
                else
                {
                    Weak.Target = value;
                }
            }
        }
    }
}
