using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;

namespace System.Threading;

/// <summary>A callback that was registered with a <see cref="CancellationToken"/>.</summary>
public readonly struct CancellationTokenRegistration : IEquatable<CancellationTokenRegistration>, IDisposable, IAsyncDisposable
{
    private readonly CancellationCallback? _callback;
    private readonly long _id;

    internal CancellationTokenRegistration(CancellationCallback callback)
    {
        _callback = callback;
        _id = callback.Id;
    }

    public CancellationToken Token => _callback is not null ? new CancellationToken(_callback.Source) : default;

    public static bool operator ==(CancellationTokenRegistration left, CancellationTokenRegistration right) => left.Equals(right);

    public static bool operator !=(CancellationTokenRegistration left, CancellationTokenRegistration right) => !left.Equals(right);

    /// <summary>The callback is not called any more.</summary>
    public void Dispose() => Unregister();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Unregister();
        return default;
    }

    /// <returns>Whether it had not been called or unregistered before.</returns>
    public bool Unregister() => _callback is not null && _callback.Source.TryUnregister(_callback, _id);

    public bool Equals(CancellationTokenRegistration other) => _callback == other._callback && _id == other._id;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is CancellationTokenRegistration other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_callback, _id);
}
