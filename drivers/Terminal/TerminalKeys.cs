using System;
using System.Collections.Generic;
using System.Threading;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>The keys of a terminal at the other end of a line, as a keyboard's: read with <c>await foreach</c>.</summary>
/// <remarks>
/// For one task. Allocates one object for each <c>await foreach</c>, and nothing for a key. The Escape key is told apart from an escape
/// sequence by the time that passes after it: <see cref="EscapeDelay"/>.
/// </remarks>
public sealed class TerminalKeys : IInputSource<KeyEvent>
{
    /// <summary>How long the Escape key waits for a sequence to follow: at 9600 bits a second a byte takes a millisecond, but networks
    /// pause.</summary>
    public static readonly TimeSpan DefaultEscapeDelay = new(50 * TimeSpan.TicksPerMillisecond);

    private readonly IByteSource _bytes;

    // Not readonly: calls would work on copies.
    private TerminalKeyDecoder _decoder;

    /// <summary>Makes keys of bytes.</summary>
    /// <param name="bytes">What the terminal sends.</param>
    public TerminalKeys(IByteSource bytes)
        : this(bytes, DefaultEscapeDelay)
    {
    }

    /// <summary>Makes keys of bytes.</summary>
    /// <param name="bytes">What the terminal sends.</param>
    /// <param name="escapeDelay">How long the Escape key waits for a sequence to follow: positive, or
    /// <see cref="Timeout.InfiniteTimeSpan"/> on a machine without a clock, where Escape then is a key when the next byte says so.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is neither.</exception>
    public TerminalKeys(IByteSource bytes, TimeSpan escapeDelay)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (escapeDelay != Timeout.InfiniteTimeSpan)
        {
            if (escapeDelay <= TimeSpan.Zero)
            {
                // Not the guard of the core library: its message has the value, and an image the code that makes text of lengths of time.
                throw new ArgumentOutOfRangeException(nameof(escapeDelay), "The delay must be longer than zero.");
            }
        }

        _bytes = bytes;
        EscapeDelay = escapeDelay;
    }

    /// <summary>How long the Escape key waits for a sequence to follow.</summary>
    public TimeSpan EscapeDelay { get; }

    /// <inheritdoc/>
    public uint Dropped => _bytes.Dropped;

    /// <summary>How many sequences were none that is known, or were broken off.</summary>
    public uint UnknownSequences => _decoder.UnknownSequences;

    /// <summary>The keys, as they are pressed, without end.</summary>
    public async IAsyncEnumerator<KeyEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            while (_bytes.TryRead(out var value))
            {
                _decoder.Push(value);
                while (_decoder.TryTake(out var keyEvent))
                {
                    yield return keyEvent;
                }
            }

            if (!_decoder.IsInSequence || EscapeDelay == Timeout.InfiniteTimeSpan)
            {
                await _bytes.WaitToReadAsync(cancellationToken);
                continue;
            }

            await _bytes.WaitToReadAsync(EscapeDelay, cancellationToken);
            if (_bytes.TryRead(out var next))
            {
                _decoder.Push(next);
            }
            else
            {
                _decoder.EndSequence();
            }

            while (_decoder.TryTake(out var keyEvent))
            {
                yield return keyEvent;
            }
        }
    }
}
