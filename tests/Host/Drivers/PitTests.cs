using System;
using System.Text;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>The timer against a simulated one: one that works, and every way in which one does not.</summary>
[TestFixture]
[NonParallelizable]
public class PitTests
{
    private const int FarTooMany = 1_000_000;

    [SetUp]
    public void NobodyHasTheLine() => Controller.Reset(InterruptClaimFault.None);

    [TestCase((ushort)2)]
    [TestCase((ushort)1193)]
    [TestCase((ushort)0xABCD)]
    [TestCase((ushort)65535)]
    public void StartingSetsTheRateAndTakesTheLine(ushort divisor)
    {
        var device = new SimulatedTimer { Step = divisor < 10 ? 1 : 3 };

        var timer = Start(device, divisor);

        Assert.That(device.Mode, Is.EqualTo(0x34), "channel 0, two bytes, mode 2, binary");
        Assert.That(device.Divisor, Is.EqualTo(divisor));
        Assert.That(Controller.ClaimedLine, Is.Zero);
        Assert.That(Controller.IsUnmasked, Is.True);
        Assert.That(timer.Ticks, Is.Zero);
    }

    [Test]
    public void AnAbsentTimerIsFoundOut() => ExpectFault(new SimulatedTimer { IsAbsent = true }, PitFaultKind.Absent);

    [Test]
    public void ACounterThatStandsStillIsFoundOut() => ExpectFault(new SimulatedTimer { Step = 0 }, PitFaultKind.NotCounting);

    [TestCase(InterruptClaimFault.LineInUse)]
    [TestCase(InterruptClaimFault.HandlerInUse)]
    public void ALineThatIsTakenIsSaid(InterruptClaimFault claim)
    {
        Controller.Reset(claim);

        var fault = ExpectFault(new SimulatedTimer(), PitFaultKind.LineNotGiven);

        Assert.That(fault.Claim, Is.EqualTo(claim));
        Assert.That(Controller.IsUnmasked, Is.False);
    }

    [Test]
    public void ADivisorOfOneIsNone([Values((ushort)0, (ushort)1)] ushort divisor)
    {
        var ports = new SimulatedPorts(new SimulatedTimer());
        Assert.That(() => Pit.TryStart(ports, default(Controller), out _, out _, divisor), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ATickIsWaitedFor()
    {
        var device = new SimulatedTimer();
        var timer = Start(device);
        device.Tick = Controller.Raise;

        Assert.That(timer.WaitForTick(), Is.True);
        Assert.That(timer.Ticks, Is.EqualTo(1));
    }

    [Test]
    public void ASilentTimerIsNotWaitedForLong()
    {
        var device = new SimulatedTimer();
        var timer = Start(device);
        var before = device.Accesses;

        Assert.That(timer.WaitForTick(patience: 4), Is.False);

        Assert.That(device.Accesses - before, Is.LessThan(4 * Pit.MillisecondDivisor / device.Step + 10));
    }

    [Test]
    public void ATimerThatStopsIsNotWaitedForEver()
    {
        var device = new SimulatedTimer();
        var stopping = new StoppingPorts(device);
        Assert.That(Pit.TryStart(new SimulatedPorts(stopping), default(Controller), out var timer, out _), Is.True);
        stopping.IsStopped = true;

        Assert.That(timer!.WaitForTick(), Is.False);
        Assert.That(stopping.Accesses, Is.LessThan(FarTooMany));
    }

    [TestCase((ushort)1193, 1UL, 9_998L)]
    [TestCase((ushort)1193, 1000UL, 9_998_474L)]
    [TestCase((ushort)1193, 1_193_182UL, 11_930_000_000L)]
    [TestCase((ushort)65535, 10UL, 5_492_456L)]
    [TestCase((ushort)2, 596_591UL, 10_000_000L)]
    public void TheClockKnowsTheRealRate(ushort divisor, ulong ticks, long expected)
    {
        var timer = Start(new SimulatedTimer { Step = divisor < 10 ? 1 : 3 }, divisor);
        for (var tick = 0UL; tick < ticks; tick++)
        {
            Controller.Raise();
        }

        Assert.That(timer.Ticks, Is.EqualTo(ticks));
        Assert.That(timer.Elapsed.Ticks, Is.EqualTo(expected));
    }

    [Test]
    public void TheResolutionIsATick() => Assert.That(Start(new SimulatedTimer()).Resolution.Ticks, Is.EqualTo(9_998));

    private static Pit<SimulatedPorts> Start(SimulatedTimer device, ushort divisor = Pit.MillisecondDivisor)
    {
        var isStarted = Pit.TryStart(new SimulatedPorts(device), default(Controller), out var timer, out var fault, divisor);
        Assert.That(isStarted, Is.True, Encoding.UTF8.GetString(fault.Reason));
        return timer!;
    }

    private static PitFault ExpectFault(SimulatedTimer device, PitFaultKind kind)
    {
        Assert.That(Pit.TryStart(new SimulatedPorts(device), default(Controller), out var timer, out var fault), Is.False);
        Assert.That(timer, Is.Null);
        Assert.That(fault.Kind, Is.EqualTo(kind));
        Assert.That(fault.Reason.ToArray(), Is.Not.Empty);
        Assert.That(device.Accesses, Is.LessThan(FarTooMany));
        return fault;
    }

    /// <summary>A device that answers always the same once it is stopped.</summary>
    private sealed class StoppingPorts(SimulatedTimer device) : IPortDevice
    {
        public bool IsStopped { get; set; }

        public int Accesses { get; private set; }

        public byte Read(ushort port)
        {
            Accesses++;
            return IsStopped ? (byte)1 : device.Read(port);
        }

        public void Write(ushort port, byte value)
        {
            Accesses++;
            device.Write(port, value);
        }
    }

    /// <summary>Remembers the one claim, and raises its interrupt.</summary>
    private readonly struct Controller : IInterruptController
    {
        private static InterruptClaimFault s_answer;
        private static Action? s_handler;

        public static int ClaimedLine { get; private set; }

        public static bool IsUnmasked { get; private set; }

        public static void Reset(InterruptClaimFault answer)
        {
            s_answer = answer;
            s_handler = null;
            ClaimedLine = -1;
            IsUnmasked = false;
        }

        public static void Raise() => s_handler!();

        public InterruptClaimFault Claim<THandler>(int line, THandler handler)
            where THandler : struct, IInterruptHandler
        {
            ClaimedLine = line;
            s_handler = handler.OnInterrupt;
            return s_answer;
        }

        public void Mask(int line) => IsUnmasked = false;

        public void Unmask(int line) => IsUnmasked = true;

        public void End(int line)
        {
        }
    }
}
