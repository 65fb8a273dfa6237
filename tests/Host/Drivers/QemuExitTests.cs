using System.Collections.Generic;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>What is written to QEMU's exit device.</summary>
[TestFixture]
public class QemuExitTests
{
    [TestCase(ExitOutcome.Success, 0x10)]
    [TestCase(ExitOutcome.Failure, 0x11)]
    public void EachOutcomeHasItsValue(ExitOutcome outcome, byte value)
    {
        var device = new Recorder();

        new QemuExit<SimulatedPorts>(new SimulatedPorts(device)).Exit(outcome);

        Assert.That(device.Writes, Is.EqualTo(new[] { ((ushort)0xF4, value) }));
    }

    [Test]
    public void TheDeviceMayBeElsewhere()
    {
        var device = new Recorder();

        new QemuExit<SimulatedPorts>(new SimulatedPorts(device), 0x501).Exit(ExitOutcome.Success);

        Assert.That(device.Writes, Is.EqualTo(new[] { ((ushort)0x501, (byte)0x10) }));
    }

    [Test]
    public void MakingItTouchesNothing()
    {
        var device = new Recorder();

        Assert.That(new QemuExit<SimulatedPorts>(new SimulatedPorts(device)), Is.Not.Null);

        Assert.That(device.Writes, Is.Empty);
    }

    private sealed class Recorder : IPortDevice
    {
        public List<(ushort Port, byte Value)> Writes { get; } = [];

        public byte Read(ushort port)
        {
            Assert.Fail($"The device at 0x{port:X} has nothing to read.");
            return 0;
        }

        public void Write(ushort port, byte value) => Writes.Add((port, value));
    }
}
