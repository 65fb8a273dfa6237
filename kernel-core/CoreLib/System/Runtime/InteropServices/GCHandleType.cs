namespace System.Runtime.InteropServices;

public enum GCHandleType
{
    /// <summary>Keeps nothing, and is emptied when the object's finalizer is due.</summary>
    Weak = 0,

    /// <summary>Keeps nothing, and is emptied when the object's memory goes.</summary>
    WeakTrackResurrection = 1,

    /// <summary>Keeps the object.</summary>
    Normal = 2,

    /// <summary>Keeps the object where it is. No object is moved, so it is as <see cref="Normal"/>.</summary>
    Pinned = 3,
}
