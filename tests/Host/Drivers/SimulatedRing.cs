using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>A ring of bytes that an interrupt handler writes, for tests that read it themselves: when it runs empty, the stream
/// ends.</summary>
internal sealed class SimulatedRing(int capacity) : IByteSource
{
    private readonly Queue<byte> _bytes = new();

    /// <summary>Runs when the reader would wait; false ends the stream.</summary>
    public Func<bool> OnEmpty { get; set; } = () => false;

    public uint Dropped { get; private set; }

    public Receiver Writer => new(this);

    public bool TryRead(out byte value) => _bytes.TryDequeue(out value);

    public ValueTask WaitToReadAsync(CancellationToken cancellationToken = default) =>
        OnEmpty() ? default : ValueTask.FromException(new EndOfInputException());

    public ValueTask WaitToReadAsync(TimeSpan limit, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerator<byte> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Nobody will type any more.</summary>
    public sealed class EndOfInputException() : Exception("Nothing more is typed.");

    /// <summary>The end that the interrupt handler has.</summary>
    public readonly struct Receiver(SimulatedRing ring) : IByteReceiver
    {
        public bool TryWrite(byte value)
        {
            if (ring._bytes.Count == ring.Capacity)
            {
                ring.Dropped++;
                return false;
            }

            ring._bytes.Enqueue(value);
            return true;
        }
    }

    private int Capacity => capacity;
}
