using System.Diagnostics.CodeAnalysis;

namespace System.Threading;

/// <summary>A view of a <see cref="CancellationTokenSource"/> for those who are to stop.</summary>
public readonly struct CancellationToken : IEquatable<CancellationToken>
{
    /// <summary>Null if it is never cancelled.</summary>
    internal readonly CancellationTokenSource? Source;

    public CancellationToken(bool canceled)
        : this(canceled ? CancellationTokenSource.Cancelled : null)
    {
    }

    internal CancellationToken(CancellationTokenSource? source)
    {
        Source = source;
    }

    public static CancellationToken None => default;

    public bool IsCancellationRequested => Source is { IsCancellationRequested: true };

    public bool CanBeCanceled => Source is not null;

    public static bool operator ==(CancellationToken left, CancellationToken right) => left.Equals(right);

    public static bool operator !=(CancellationToken left, CancellationToken right) => !left.Equals(right);

    /// <summary>Has <paramref name="callback"/> called when the token is cancelled; at once, if it is.</summary>
    public CancellationTokenRegistration Register(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return UnsafeRegister(static (state, _) => ((Action)state!)(), callback);
    }

    /// <inheritdoc cref="Register(Action)"/>
    public CancellationTokenRegistration Register(Action callback, bool useSynchronizationContext) => Register(callback);

    /// <inheritdoc cref="Register(Action)"/>
    public CancellationTokenRegistration Register(Action<object?> callback, object? state) => UnsafeRegister(callback, state);

    /// <inheritdoc cref="Register(Action)"/>
    public CancellationTokenRegistration Register(Action<object?, CancellationToken> callback, object? state) =>
        UnsafeRegister(callback, state);

    /// <inheritdoc cref="Register(Action)"/>
    public CancellationTokenRegistration UnsafeRegister(Action<object?> callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Source?.Register(callback, state) ?? default;
    }

    /// <inheritdoc cref="Register(Action)"/>
    public CancellationTokenRegistration UnsafeRegister(Action<object?, CancellationToken> callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Source?.Register(callback, state) ?? default;
    }

    /// <exception cref="OperationCanceledException">The token is cancelled.</exception>
    public void ThrowIfCancellationRequested()
    {
        if (IsCancellationRequested)
        {
            throw new OperationCanceledException(this);
        }
    }

    public bool Equals(CancellationToken other) => Source == other.Source;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is CancellationToken other && Equals(other);

    public override int GetHashCode() => Source?.GetHashCode() ?? 0;
}
