using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

/// <summary>A reference to an object that can be kept where the collector does not look: as a number.</summary>
/// <remarks>A handle is an object in a list of its own, so <see cref="Alloc(object)"/> allocates and there is no bound to their number. The lowest
/// bit says of its address that it is pinned.</remarks>
public struct GCHandle : IEquatable<GCHandle>
{
    private const nint IsPinned = 1;

    private static Slot? s_first;

    private nint _handle;

    private GCHandle(nint handle) => _handle = handle;

    /// <summary>The object.</summary>
    /// <exception cref="InvalidOperationException">There is no handle.</exception>
    public readonly object? Target
    {
        get => SlotOrThrow.Target;
        set => SlotOrThrow.Target = value;
    }

    /// <summary>Whether there is a handle.</summary>
    public readonly bool IsAllocated => _handle != 0;

    private readonly Slot SlotOrThrow
    {
        get
        {
            if (_handle == 0)
            {
                throw new InvalidOperationException("Handle is not initialized.");
            }

            var address = _handle & ~IsPinned;
            return Unsafe.As<nint, Slot>(ref address);
        }
    }

    public static GCHandle Alloc(object? value) => Alloc(value, GCHandleType.Normal);

    /// <exception cref="ArgumentOutOfRangeException">There is no such type.</exception>
    public static GCHandle Alloc(object? value, GCHandleType type)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)type, (uint)GCHandleType.Pinned, nameof(type));
        var slot = new Slot();
        if (type is GCHandleType.Weak or GCHandleType.WeakTrackResurrection)
        {
            slot.Weak = new WeakCell(value, type == GCHandleType.WeakTrackResurrection);
        }
        else
        {
            slot.Strong = value;
        }

        slot.Next = s_first;
        if (s_first is { } first)
        {
            first.Previous = slot;
        }

        s_first = slot;
        return new GCHandle(WeakCell.AddressOf(slot) | (type == GCHandleType.Pinned ? IsPinned : 0));
    }

    /// <summary>The handle that a number stands for.</summary>
    public static GCHandle FromIntPtr(nint value)
    {
        if (value == 0)
        {
            throw new InvalidOperationException("Handle is not initialized.");
        }

        return new GCHandle(value);
    }

    public static nint ToIntPtr(GCHandle value) => value._handle;

    public static explicit operator GCHandle(nint value) => FromIntPtr(value);

    public static explicit operator nint(GCHandle value) => value._handle;

    public static bool operator ==(GCHandle a, GCHandle b) => a._handle == b._handle;

    public static bool operator !=(GCHandle a, GCHandle b) => a._handle != b._handle;

    /// <summary>The handle ends.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public void Free()
    {
        var slot = SlotOrThrow;
        _handle = 0;
        slot.Strong = null;
        slot.Weak = null;
        if (slot.Previous is { } previous)
        {
            previous.Next = slot.Next;
        }
        else
        {
            s_first = slot.Next;
        }

        if (slot.Next is { } next)
        {
            next.Previous = slot.Previous;
        }
    }

    /// <summary>Where the data of a pinned object are: the first element of an array, the first character of a string, the first field.</summary>
    /// <exception cref="InvalidOperationException">The handle is not pinned.</exception>
    public readonly unsafe nint AddrOfPinnedObject()
    {
        var target = SlotOrThrow.Target;
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

    private sealed class Slot
    {
        internal Slot? Next, Previous;
        internal object? Strong;
        internal WeakCell? Weak;

        internal object? Target
        {
            get => Weak is null ? Strong : Weak.Target;
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
