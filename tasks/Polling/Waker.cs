using System;

namespace Tarn.Tasks;

/// <summary>What a polled task hands to whatever it waits for: to be called when it is worth polling again.</summary>
public readonly struct Waker
{
    private readonly Action? _wake;

    /// <summary>A waker that calls a delegate.</summary>
    public Waker(Action wake) => _wake = wake;

    /// <summary>The one that does nothing: for who polls all the time anyway.</summary>
    public static Waker Nothing => default;

    /// <summary>Polling again may be worth it.</summary>
    public void Wake() => _wake?.Invoke();
}
