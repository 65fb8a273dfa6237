using System;
using System.Collections.Generic;
using System.Numerics;
using System.Threading;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;

namespace Tarn.Tasks;

/// <summary>Bytes from an interrupt handler to a task, in their order. One writes and one reads.</summary>
/// <remarks>
/// <para>
/// <see cref="TryWrite"/> is for the handler: it takes no lock, cannot fail otherwise than by returning false, and wakes the task that
/// waits. A byte that finds the ring full is dropped and counted. Everything else belongs to the task that reads.
/// </para>
/// <code>
///    _buffer   . . . a b c d . . .        bytes between _read and _written; both only go up, and index by their lower bits
///                    ▲       ▲
///                 _read   _written
/// </code>
/// <para>Allocates when it is made, and for each <c>await foreach</c> one object; nothing for a byte, be it there or waited for.</para>
/// </remarks>
public sealed class ByteRing : IAsyncEnumerable<byte>
{
    private readonly byte[] _buffer;
    private readonly InterruptSignal _signal = new();
    private uint _read;
    private uint _written;
    private uint _dropped;

    /// <summary>Makes a ring.</summary>
    /// <param name="capacity">How many bytes it holds: a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no power of two.</exception>
    public ByteRing(int capacity)
    {
        if (!BitOperations.IsPow2(capacity))
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must be a power of two.");
        }

        _buffer = new byte[capacity];
    }

    /// <summary>How many bytes it holds.</summary>
    public int Capacity => _buffer.Length;

    /// <summary>How many bytes are there to be read.</summary>
    public int Count => (int)(Volatile.Read(ref _written) - _read);

    /// <summary>How many bytes found it full, since it was made.</summary>
    public uint Dropped => Volatile.Read(ref _dropped);

    /// <summary>Puts a byte into the ring, and wakes the task that waits for one. For interrupt handlers.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>False where the ring is full: the byte is dropped and counted.</returns>
    public bool TryWrite(byte value)
    {
        var buffer = _buffer;
        var written = _written;
        if (written - Volatile.Read(ref _read) >= (uint)buffer.Length)
        {
            Volatile.Write(ref _dropped, _dropped + 1);
            return false;
        }

        // Always so; a comparison that the compiler sees spares the call of a bounds check.
        var index = written & (uint)(buffer.Length - 1);
        if (index < (uint)buffer.Length)
        {
            buffer[index] = value;
        }

        Volatile.Write(ref _written, written + 1);
        _signal.Set();
        return true;
    }

    /// <summary>Takes the next byte out, if one is there.</summary>
    public bool TryRead(out byte value)
    {
        var read = _read;
        if (read == Volatile.Read(ref _written))
        {
            value = 0;
            return false;
        }

        value = _buffer[read & (uint)(_buffer.Length - 1)];
        Volatile.Write(ref _read, read + 1);
        return true;
    }

    /// <summary>Waits until there is a byte.</summary>
    /// <exception cref="InvalidOperationException">A task waits already.</exception>
    public ValueTask WaitToReadAsync(CancellationToken cancellationToken = default)
    {
        // What was signalled may have been read already. The order matters: a byte that comes after the count signals anew.
        _signal.Reset();
        return Count != 0 ? default : _signal.WaitAsync(cancellationToken);
    }

    /// <summary>The bytes, as they come, without end.</summary>
    public IAsyncEnumerator<byte> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(this, cancellationToken);

    private sealed class Enumerator(ByteRing ring, CancellationToken cancellationToken) : IAsyncEnumerator<byte>, IValueTaskSource<bool>
    {
        private byte _current;

        /// <inheritdoc/>
        public byte Current => _current;

        /// <inheritdoc/>
        public ValueTask<bool> MoveNextAsync()
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return ValueTask.FromCanceled<bool>(cancellationToken);
            }

            if (ring.TryRead(out _current))
            {
                return new ValueTask<bool>(true);
            }

            ring._signal.Reset();
            if (ring.TryRead(out _current))
            {
                return new ValueTask<bool>(true);
            }

            return new ValueTask<bool>(this, ring._signal.BeginWait(cancellationToken));
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => default;

        /// <inheritdoc/>
        public ValueTaskSourceStatus GetStatus(short token) => ring._signal.GetStatus(token);

        /// <inheritdoc/>
        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            ring._signal.OnCompleted(continuation, state, token);

        /// <inheritdoc/>
        public bool GetResult(short token)
        {
            ring._signal.GetResult(token);
            return ring.TryRead(out _current);
        }
    }
}
