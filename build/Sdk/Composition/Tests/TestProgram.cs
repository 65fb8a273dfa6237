using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Testing;
using Tarn.Testing.Generated;

namespace Tarn.Image;

/// <summary>A kernel's tests: the machine as it is for the kernel, and then its cases in place of its own entry.</summary>
internal static class TestProgram
{
    /// <summary>The linker lets whoever calls <c>tarn_main</c> end up here (<c>--wrap</c>).</summary>
    [RuntimeExport("__wrap_tarn_main")]
    private static void Start(nint requests)
    {
        var machine = Machine.Boot(requests);
        Serial16550.TryOpen(machine.Ports, ComPort.Com2, out var channel, out _);
        TestRunner<KernelTestCases, TestPlatform>.Run(
            new TestPlatform(channel, new QemuExit<PortSpace>(machine.Ports)), machine.BootInformation.CommandLine, KernelHeap.AllocatorName);
    }

    /// <summary>The machine as the harness needs it: the second serial port, the time-stamp counter and QEMU's exit device.</summary>
    private readonly struct TestPlatform(Serial16550<PortSpace>? channel, QemuExit<PortSpace> exit) : ITestPlatform
    {
        // Some ten seconds: whoever reads at the other end may be kept waiting by all else that its machine does.
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
        public void BeginCase()
        {
        }

        /// <inheritdoc/>
        public bool TryRead(out byte value)
        {
            value = 0;
            return HasChannel && Channel.TryReadByte(out value);
        }

        /// <inheritdoc/>
        public void Exit(ExitOutcome outcome) => exit.Exit(outcome);
    }
}
