using Tarn.Kernel;
using Tarn.Testing;

namespace Tarn.Tests.Host.Testing;

/// <summary>A machine in memory: what the kernel sends is kept, what the host sends is scripted, and to leave is an exception.</summary>
internal readonly struct ScriptedPlatform(ScriptedPlatform.Wires wires) : ITestPlatform
{
    public bool HasChannel => wires.HasChannel;

    public ulong Timestamp => wires.Timestamp += 100;

    public void Write(ReadOnlySpan<byte> bytes) => wires.Sent.AddRange(bytes);

    public void BeginCase()
    {
    }

    public bool TryRead(out byte value)
    {
        if (!wires.Received.TryDequeue(out value))
        {
            throw new InvalidOperationException("The kernel waits for a command, and the test has none.");
        }

        return true;
    }

    public void Exit(ExitOutcome outcome) => throw new MachineLeftException(outcome);

    /// <summary>What is at the other ends.</summary>
    internal sealed class Wires
    {
        public bool HasChannel { get; init; } = true;

        public List<byte> Sent { get; } = [];

        public Queue<byte> Received { get; } = [];

        public ulong Timestamp { get; set; }
    }
}
