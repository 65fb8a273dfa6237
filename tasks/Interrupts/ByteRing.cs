using System;
using System.Collections.Generic;
using System.Numerics;
using System.Threading;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;
using Tarn.Kernel;

namespace Tarn.Tasks;

/// <summary>Bytes from an interrupt handler to a task, in their order. One writes and one reads.</summary>
/// <remarks>
/// <para>
/// <see cref="TryWrite"/> is for the handler: it takes no lock, cannot fail otherwise than by returning false, and wakes the task that
/// waits. A byte that finds the ring full is dropped and counted; <see cref="ReportDropsAsync"/> is a task that tells of it. Everything
/// else belongs to the task that reads.
/// </para>
/// <code>
///    _buffer   . . . a b c d . . .        bytes between _read and _written; both only go up, and index by their lower bits
///                    ▲       ▲
///                 _read   _written
/// </code>
/// <para>Allocates when it is made, and for each <c>await foreach</c> one object; nothing for a byte, be it there or waited for.</para>
/// </remarks>
public sealed class ByteRing : IByteSource, ITimerOwner
{
    private readonly byte[] _buffer;
    private readonly InterruptSignal _signal = new();
    private readonly InterruptSignal _overflow = new();
    private readonly TaskTimer _limit;
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
            throw new ArgumentOutOfRangeException(nameof(capacity), "The capacity must be a power of two.");
        }

        _buffer = new byte[capacity];
        _limit = new TaskTimer(this);
    }

    /// <summary>How many bytes it holds.</summary>
    public int Capacity => _buffer.Length;

    /// <summary>How many bytes are there to be read.</summary>
    public int Count => (int)(Volatile.Read(ref _written) - _read);

    /// <summary>How many bytes found room, since it was made.</summary>
    public uint Written => Volatile.Read(ref _written);

    /// <summary>How many bytes found it full, since it was made.</summary>
    public uint Dropped => Volatile.Read(ref _dropped);

    /// <summary>The end that the interrupt handler has, for drivers.</summary>
    public ByteRingWriter Writer => new(this);

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
            _overflow.Set();
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
        BeginWait();
        return Count != 0 ? default : _signal.WaitAsync(cancellationToken);
    }

    /// <summary>Waits until there is a byte, or some time has passed. Allocates nothing, be the wait long or short.</summary>
    /// <param name="limit">The longest wait: positive.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    /// <exception cref="InvalidOperationException">A task waits already, or the image has no clock.</exception>
    public ValueTask WaitToReadAsync(TimeSpan limit, CancellationToken cancellationToken = default)
    {
        if (limit <= TimeSpan.Zero)
        {
            // Not the guard of the core library: its message has the value, and an image the code that makes text of lengths of time.
            throw new ArgumentOutOfRangeException(nameof(limit), "The limit must be longer than zero.");
        }

        BeginWait();
        if (Count != 0)
        {
            return default;
        }

        TaskExecutor.Required.Arm(_limit, limit);
        return _signal.WaitAsync(cancellationToken);
    }

    /// <summary>Tells on the console how many bytes were dropped, whenever some were. For a task of its own; it never ends by
    /// itself.</summary>
    /// <param name="name">What the bytes come from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <remarks>However many were dropped since the last line, they are one line. Nothing wakes the task where nothing is
    /// dropped.</remarks>
    public async Task ReportDropsAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var told = 0u;
        while (true)
        {
            await _overflow.WaitAsync(cancellationToken);
            var dropped = Dropped;
            if (dropped != told)
            {
                Console.WriteLine($"{name}: {dropped - told} bytes lost, since nobody read those before them ({dropped} in all)");
                told = dropped;
            }
        }
    }

    /// <summary>The longest wait is over: the task that waits looks, and finds no byte.</summary>
    void ITimerOwner.OnElapsed() => _signal.Set();

    /// <summary>The bytes, as they come, without end.</summary>
    public IAsyncEnumerator<byte> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(this, cancellationToken);

    /// <summary>Forgets what was signalled: it may have been read already. The order matters: a byte that comes after the look that follows
    /// signals anew.</summary>
    private void BeginWait()
    {
        if (_limit.IsArmed)
        {
            TaskExecutor.Required.Disarm(_limit);
        }

        _signal.Reset();
    }

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

            ring.BeginWait();
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
