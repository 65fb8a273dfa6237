using System.Runtime;

namespace System;

/// <summary>Refers to an object without keeping it.</summary>
public class WeakReference
{
    private readonly WeakCell _cell;

    public WeakReference(object? target)
        : this(target, false)
    {
    }

    /// <param name="target">What it refers to.</param>
    /// <param name="trackResurrection">Whether it still refers to an object whose finalizer is due or has run.</param>
    public WeakReference(object? target, bool trackResurrection) => _cell = new WeakCell(target, trackResurrection);

    /// <summary>The object; null once it is gone.</summary>
    public virtual object? Target
    {
        get => _cell.Target;
        set => _cell.Target = value;
    }

    public virtual bool IsAlive => _cell.Target is not null;

    public virtual bool TrackResurrection => _cell.SurvivesFinalization;
}
