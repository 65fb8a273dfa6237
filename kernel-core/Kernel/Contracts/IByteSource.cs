using System;
using System.Threading;
using System.Threading.Tasks;

namespace Tarn.Kernel;

/// <summary>Bytes that an interrupt brought, in their order, for the task that reads them.</summary>
public interface IByteSource : IInputSource<byte>
{
    /// <summary>Takes the next byte, if one is there.</summary>
    /// <param name="value">The byte; 0 where this returns false.</param>
    bool TryRead(out byte value);

    /// <summary>Waits until a byte is there to be read.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; thrown by the <c>await</c>.</exception>
    /// <exception cref="InvalidOperationException">A task waits already.</exception>
    ValueTask WaitToReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until a byte is there to be read, or some time has passed.</summary>
    /// <param name="limit">The longest wait: positive.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether a byte is there, <see cref="TryRead"/> tells.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; thrown by the <c>await</c>.</exception>
    /// <exception cref="InvalidOperationException">A task waits already, or the image has no clock.</exception>
    ValueTask WaitToReadAsync(TimeSpan limit, CancellationToken cancellationToken = default);
}
