using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Refers to an object without keeping it.</summary>
public sealed class WeakReference<T>
    where T : class?
{
    private readonly WeakCell _cell;

    public WeakReference(T target)
        : this(target, false)
    {
    }

    /// <param name="target">What it refers to.</param>
    /// <param name="trackResurrection">Whether it still refers to an object whose finalizer is due or has run.</param>
    public WeakReference(T target, bool trackResurrection) => _cell = new WeakCell(target, trackResurrection);

    /// <summary>The object, unless it is gone.</summary>
    public bool TryGetTarget([MaybeNullWhen(false), NotNullWhen(true)] out T target)
    {
        target = Unsafe.As<T>(_cell.Target)!;
        return target is not null;
    }

    public void SetTarget(T target) => _cell.Target = target;
}
