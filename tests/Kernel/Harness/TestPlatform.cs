using System;
using System.Diagnostics.CodeAnalysis;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Harness;

/// <summary>The machine as the harness needs it: the second serial port, the time-stamp counter and QEMU's exit device.</summary>
internal readonly struct TestPlatform(Serial16550<PortSpace>? channel, QemuExit<PortSpace> exit) : ITestPlatform
{
    // Some ten seconds: whoever reads at the other end may be kept waiting by all else that its machine does, and a byte that is dropped
    // spoils a frame.
    private const int AttemptsPerByte = 10_000_000;

    /// <inheritdoc/>
    [MemberNotNullWhen(true, nameof(Channel))]
    public bool HasChannel => Channel is not null;

    /// <inheritdoc/>
    public ulong Timestamp => Arch.X86_64.Processor.ReadTimeStampCounter();

    private Serial16550<PortSpace>? Channel => channel;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (!HasChannel)
        {
            return;
        }

        foreach (var value in bytes)
        {
            for (var attempt = 0; attempt < AttemptsPerByte && !Channel.WriteByte(value); attempt++)
            {
            }
        }
    }

    /// <inheritdoc/>
    public void BeginCase() => KernelHeap.BeginStress();

    /// <inheritdoc/>
    public bool TryRead(out byte value)
    {
        value = 0;
        return HasChannel && Channel.TryReadByte(out value);
    }

    /// <inheritdoc/>
    public void Exit(ExitOutcome outcome) => exit.Exit(outcome);
}
