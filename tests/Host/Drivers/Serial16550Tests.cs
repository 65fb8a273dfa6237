using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>The serial port against a simulated UART: one that works, and every way in which one does not.</summary>
[TestFixture]
public class Serial16550Tests
{
    /// <summary>More accesses than any single operation may make: 4 waits of a million polls, and then some.</summary>
    private const int FarTooMany = 5_000_000;

    private const int FifoDepth = 16;

    [Test]
    public void OpeningSetsTheLineUp()
    {
        var uart = new SimulatedUart(ComPort.Com1);

        var port = Open(uart);

        Assert.Multiple(() =>
        {
            Assert.That(port.BasePort, Is.EqualTo(ComPort.Com1));
            Assert.That(port.BaudRate, Is.EqualTo(115_200));
            Assert.That(port.HasFifo, Is.True);
            Assert.That(port.IsDead, Is.False);
            Assert.That(uart.Divisor, Is.EqualTo(1));
            Assert.That(uart.LineControl, Is.EqualTo(0b11), "eight bits, no parity, one stop bit");
            Assert.That(uart.InterruptEnable, Is.Zero);
            Assert.That(uart.ModemControl, Is.EqualTo(0b11), "ready, and out of loopback");
            Assert.That(uart.Wire, Is.Empty, "the self-test stays inside the chip");
        });
    }

    [Test]
    public void TheSelfTestLeavesNothingToRead()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        uart.Receive(1, 2, 3);

        var port = Open(uart);

        Assert.That(port.TryReadByte(out var value), Is.False);
        Assert.That(value, Is.Zero);
    }

    /// <summary>Somebody types while the port is opened. (An emulated one receives in loopback, too.)</summary>
    [Test]
    public void AByteThatArrivesAtAnyMomentOfTheSelfTestDoesNoHarm([Values(1, 15, 40)] int bytes)
    {
        var quiet = new SimulatedUart(ComPort.Com1);
        Open(quiet);
        for (var access = 1; access <= quiet.Reads + quiet.Writes; access++)
        {
            var uart = new SimulatedUart(ComPort.Com1);
            var accesses = 0;
            uart.BeforeAccess = () =>
            {
                if (++accesses == access)
                {
                    uart.Receive([.. Enumerable.Repeat((byte)'x', bytes)]);
                }
            };
            Open(uart);
        }
    }

    [TestCase(115_200u, 1)]
    [TestCase(57_600u, 2)]
    [TestCase(38_400u, 3)]
    [TestCase(9_600u, 12)]
    [TestCase(300u, 384)]
    [TestCase(50u, 2304)]
    [TestCase(2u, 57_600)]
    public void TheRateSetsTheDivisor(uint baudRate, int divisor)
    {
        var uart = new SimulatedUart(ComPort.Com2);

        var opened = Serial16550.TryOpen(new SimulatedPorts(uart), ComPort.Com2, out var port, out _, baudRate);

        Assert.That(opened, Is.True);
        Assert.That(uart.Divisor, Is.EqualTo(divisor));
        Assert.That(port!.BaudRate, Is.EqualTo(baudRate));
    }

    [TestCase(0u)]
    [TestCase(1u)]
    [TestCase(110u)]
    [TestCase(115_201u)]
    [TestCase(230_400u)]
    [TestCase(uint.MaxValue)]
    public void ARateThatTheClockCannotMakeIsRefused(uint baudRate)
    {
        var uart = new SimulatedUart(ComPort.Com1);

        Assert.That(
            () => Serial16550.TryOpen(new SimulatedPorts(uart), ComPort.Com1, out _, out _, baudRate),
            Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(uart.Reads + uart.Writes, Is.Zero);
    }

    [Test]
    public void WhereNothingAnswersNothingIsWritten()
    {
        var uart = new SimulatedUart(ComPort.Com2) { IsAbsent = true };

        var fault = OpenInVain(uart, ComPort.Com2);

        Assert.That(fault.Kind, Is.EqualTo(SerialFaultKind.Absent));
        Assert.That(fault.ToString(), Is.EqualTo("serial port at 0x2F8: no serial port answers (wrote 0x00, read 0xFF)"));
        Assert.That(uart.Reads, Is.EqualTo(1));
        Assert.That(uart.Writes, Is.Zero);
    }

    [Test]
    public void AChipWithoutScratchRegisterIsNoneOfOurs()
    {
        var uart = new SimulatedUart(ComPort.Com1) { HasScratch = false };

        var fault = OpenInVain(uart, ComPort.Com1);

        Assert.That(fault.Kind, Is.EqualTo(SerialFaultKind.NoScratchRegister));
        Assert.That(
            fault.ToString(),
            Is.EqualTo("serial port at 0x3F8: not a 16550: its scratch register keeps nothing (wrote 0x5A, read 0x00)"));
    }

    [TestCase(0x01)]
    [TestCase(0x02)]
    [TestCase(0x5A)]
    [TestCase(0x80)]
    [TestCase(0xA5)]
    public void ABitThatIsStuckInTheScratchRegisterIsFound(byte stuckBits)
    {
        var uart = new SimulatedUart(ComPort.Com1) { ScratchStuckBits = stuckBits };

        Assert.That(OpenInVain(uart, ComPort.Com1).Kind, Is.EqualTo(SerialFaultKind.NoScratchRegister));
    }

    [Test]
    public void ASilentLoopbackIsFound()
    {
        var uart = new SimulatedUart(ComPort.Com1) { Loopback = _ => null };

        var fault = OpenInVain(uart, ComPort.Com1);

        Assert.That(fault.Kind, Is.EqualTo(SerialFaultKind.LoopbackSilent));
        Assert.That(fault.ToString(), Does.Contain("broken: a byte sent through its loopback never arrived (wrote 0x5A"));
        Assert.That(uart.Reads, Is.LessThan(FarTooMany));
    }

    [Test]
    public void EveryStuckBitOfTheLoopbackIsFound([Range(0, 7)] int bit, [Values] bool isSet)
    {
        var mask = 1 << bit;
        var uart = new SimulatedUart(ComPort.Com1) { Loopback = value => (byte)(isSet ? value | mask : value & ~mask) };

        var fault = OpenInVain(uart, ComPort.Com1);

        Assert.That(fault.Kind, Is.EqualTo(SerialFaultKind.LoopbackGarbled));
        Assert.That(fault.Found ^ fault.Expected, Is.EqualTo(mask));
    }

    [Test]
    public void AStuckTransmitterIsFoundInBoundedTime()
    {
        var uart = new SimulatedUart(ComPort.Com1) { IsStuck = true };

        Assert.That(OpenInVain(uart, ComPort.Com1).Kind, Is.EqualTo(SerialFaultKind.LoopbackSilent));
        Assert.That(uart.Reads, Is.LessThan(FarTooMany));
        Assert.That(uart.Wire, Is.Empty);
    }

    [Test]
    public void ConsoleTextEndsItsLinesForATerminal()
    {
        var uart = new SimulatedUart(ComPort.Com1);

        Open(uart).Write("Tarn\n\nü\n"u8);

        Assert.That(Encoding.UTF8.GetString([.. uart.Wire]), Is.EqualTo("Tarn\r\n\r\nü\r\n"));
    }

    [Test]
    public void RawBytesStayRaw()
    {
        var everyByte = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var uart = new SimulatedUart(ComPort.Com2);

        var taken = Open(uart, ComPort.Com2).WriteRaw(everyByte);

        Assert.That(taken, Is.EqualTo(256));
        Assert.That(uart.Wire, Is.EqualTo(everyByte));
    }

    [Test]
    public void EveryByteArrivesHoweverSlowTheLine([Values(0xC0, 0x80, 0x00)] int fifoIdentification)
    {
        Prop.ForAll<byte[], byte>((bytes, slowness) =>
        {
            var uart = new SimulatedUart(ComPort.Com1) { FifoIdentification = (byte)fifoIdentification, ReadsPerCharacter = slowness };
            var port = Open(uart);
            var taken = port.WriteRaw(bytes);

            // Let the last ones out.
            uart.ReadsPerCharacter = 0;
            for (var read = 0; read < 300; read++)
            {
                port.TryReadByte(out _);
            }

            return taken == bytes.Length && uart.Wire.SequenceEqual(bytes) && uart.Overruns == 0 && port.DroppedBytes == 0;
        }).QuickCheckThrowOnFailure();
    }

    [TestCase(0xC0, true)]
    [TestCase(0x80, false)]
    [TestCase(0x00, false)]
    public void OnlyFifosThatWorkAreUsed(byte identification, bool hasFifo)
    {
        var uart = new SimulatedUart(ComPort.Com1) { FifoIdentification = identification };

        Assert.That(Open(uart).HasFifo, Is.EqualTo(hasFifo));
    }

    [Test]
    public void AFifoIsFilledWithoutAskingForEachByte()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var port = Open(uart);
        var before = uart.Reads;

        port.WriteRaw(new byte[160]);

        Assert.That(uart.Reads - before, Is.LessThanOrEqualTo(10));
    }

    [Test]
    public void APortThatGetsStuckIsGivenUp()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var port = Open(uart);
        uart.IsStuck = true;
        var before = uart.Reads;

        // At most 16 bytes still find room; four more are waited for.
        var taken = port.WriteRaw(new byte[1000]);

        Assert.That(taken, Is.LessThanOrEqualTo(16));
        Assert.That(port.DroppedBytes, Is.EqualTo(1000 - taken));
        Assert.That(port.IsDead, Is.True);
        Assert.That(uart.Reads - before, Is.LessThan(FarTooMany));
    }

    [Test]
    public void AByteToADeadPortCostsOneQuestion()
    {
        var (uart, port) = OpenAndKill();
        var before = uart.Reads;

        port.WriteRaw(new byte[50]);

        Assert.That(uart.Reads - before, Is.EqualTo(50));
    }

    [Test]
    public void ADeadPortThatComesRoundIsUsedAgain()
    {
        var (uart, port) = OpenAndKill();
        uart.IsStuck = false;
        var dropped = port.DroppedBytes;

        // Read, so that what was in the transmitter goes out first.
        port.TryReadByte(out _);
        uart.Wire.Clear();
        port.Write("again"u8);

        Assert.That(port.IsDead, Is.False);
        Assert.That(port.DroppedBytes, Is.EqualTo(dropped));
        Assert.That(Encoding.UTF8.GetString([.. uart.Wire]), Is.EqualTo("again"));
    }

    [Test]
    public void OneDroppedByteDoesNotKillAPort()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var port = Open(uart);
        for (var round = 0; round < Serial16550<SimulatedPorts>.TimeoutsUntilDead; round++)
        {
            // Fills what room there is, and loses one byte.
            uart.IsStuck = true;
            port.WriteRaw(new byte[FifoDepth]);
            port.WriteByte(0);

            uart.IsStuck = false;
            port.TryReadByte(out _);
            Assert.That(port.WriteByte(1), Is.True, "the count starts anew");
        }

        Assert.That(port.DroppedBytes, Is.GreaterThanOrEqualTo(Serial16550<SimulatedPorts>.TimeoutsUntilDead));
        Assert.That(port.IsDead, Is.False);
    }

    [Test]
    public void BytesAreReadInOrder()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var port = Open(uart);
        uart.Receive(0, 65, 255);

        Assert.That(ReadAll(port), Is.EqualTo(new byte[] { 0, 65, 255 }));
    }

    [Test]
    public void ReceiveErrorsAreCounted()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var port = Open(uart);

        foreach (byte error in new byte[] { 0x02, 0x04, 0x08, 0x10 })
        {
            uart.ReceiveError(error);
            port.TryReadByte(out _);
            port.TryReadByte(out _);
        }

        Assert.That(port.ReceiveErrors, Is.EqualTo(4));
    }

    [Test]
    public void BytesThatNobodyReadInTimeAreCountedAsAnError()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var port = Open(uart);
        uart.Receive(new byte[20]);

        Assert.That(ReadAll(port), Has.Length.EqualTo(16));
        Assert.That(port.ReceiveErrors, Is.EqualTo(1));
    }

    [Test]
    public void APanicMayStrikeAtEveryAccess([Values(0xC0, 0x00)] int fifoIdentification)
    {
        const string line = "a line of some length\n";
        const string panic = "\nPANIC\n";

        // Counts the accesses of one line without any interrupt, then interrupts at each of them in turn.
        var accesses = CountAccesses(line, (byte)fifoIdentification);
        Assert.That(accesses, Is.GreaterThan(line.Length));
        for (var interrupted = 1; interrupted <= accesses; interrupted++)
        {
            var uart = new SimulatedUart(ComPort.Com1) { FifoIdentification = (byte)fifoIdentification };
            var port = Open(uart);
            var access = 0;
            uart.BeforeAccess = () =>
            {
                if (++access == interrupted)
                {
                    throw new InterruptedException();
                }
            };

            Assert.That(() => port.Write(Encoding.UTF8.GetBytes(line)), Throws.TypeOf<InterruptedException>());
            uart.BeforeAccess = null;
            port.Write(Encoding.UTF8.GetBytes(panic));

            Assert.That(Encoding.UTF8.GetString([.. uart.Wire]), Does.EndWith("\r\nPANIC\r\n"), $"interrupted at access {interrupted}");
        }
    }

    [Test]
    public void ReceivingTakesTheLineAndLeavesOutputAlone()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var port = Open(uart);
        var interrupts = new RecordingInterrupts();

        var controller = new RecordingInterrupts.Controller(interrupts);
        var claim = port.StartReceiving(controller, ComPort.LineOf(ComPort.Com1), new SimulatedRing(16).Writer);

        Assert.That(claim, Is.EqualTo(InterruptClaimFault.None));
        Assert.That((interrupts.ClaimedLine, interrupts.IsUnmasked, port.IsReceiving), Is.EqualTo((4, true, true)));
        Assert.That(uart.InterruptEnable, Is.EqualTo(0x05), "received data, line status");
        Assert.That(uart.ModemControl, Is.EqualTo(0x0B), "ready, and OUT2");
        Assert.That(uart.ReceiveTrigger, Is.EqualTo(8));
        port.Write("out\n"u8);
        Assert.That(Encoding.UTF8.GetString([.. uart.Wire]), Is.EqualTo("out\r\n"));
    }

    [TestCase(InterruptClaimFault.LineInUse)]
    [TestCase(InterruptClaimFault.NoSuchLine)]
    public void WithoutTheLineThePortStaysPolled(InterruptClaimFault answer)
    {
        var uart = new SimulatedUart(ComPort.Com2);
        var port = Open(uart, ComPort.Com2);
        var interrupts = new RecordingInterrupts { Answer = answer };

        var claim = port.StartReceiving(new RecordingInterrupts.Controller(interrupts), 3, new SimulatedRing(16).Writer);

        Assert.That((claim, port.IsReceiving, interrupts.IsUnmasked, uart.InterruptEnable), Is.EqualTo((answer, false, false, (byte)0)));
        uart.Receive(7);
        Assert.That(port.TryReadByte(out var value) && value == 7, Is.True);
    }

    /// <summary>Bursts of all sizes, also those that fill less than the FIFO's trigger, and those that overrun it.</summary>
    [Test]
    public void EveryByteThatArrivesIsHandedOn([Values(0xC0, 0x80, 0x00)] int fifoIdentification)
    {
        Prop.ForAll<byte[][]>(bursts =>
        {
            var uart = new SimulatedUart(ComPort.Com1) { FifoIdentification = (byte)fifoIdentification };
            var ring = new SimulatedRing(100_000);
            StartReceiving(uart, ring);
            foreach (var burst in bursts)
            {
                foreach (var value in burst)
                {
                    uart.Receive(value);
                }

                uart.PassTime();
            }

            return ReadAll(ring).SequenceEqual(bursts.SelectMany(burst => burst));
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void WhatWaitsBeforeReceivingBeginsIsNotLost()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var port = Open(uart);
        uart.Receive(1, 2, 3);
        var ring = new SimulatedRing(16);
        var interrupts = new RecordingInterrupts();
        uart.Interrupt = interrupts.Raise;

        port.StartReceiving(new RecordingInterrupts.Controller(interrupts), 4, ring.Writer);
        uart.PassTime();

        Assert.That(ReadAll(ring), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    /// <summary>A line that is faster than the handler, as an emulator's is: the handler ends, and the edge for the rest still
    /// comes.</summary>
    [Test]
    public void AFloodDoesNotKeepTheHandlerForEver()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var ring = new SimulatedRing(10_000);
        var interrupts = StartReceiving(uart, ring);
        var left = 1_000;
        var depth = 0;
        var longest = 0;
        var reads = 0;
        uart.Interrupt = null;
        uart.BeforeAccess = () =>
        {
            reads++;
            if (left > 0)
            {
                left--;
                uart.Receive((byte)left);
            }
        };

        // The controller serves an edge when the handler before has ended.
        var pending = true;
        uart.Interrupt = () => pending = true;
        while (pending)
        {
            pending = false;
            depth++;
            reads = 0;
            interrupts.Raise();
            longest = Math.Max(longest, reads);
        }

        Assert.That(left, Is.Zero);
        Assert.That(ReadAll(ring).Length + (int)ring.Dropped, Is.GreaterThan(400), "two accesses for a byte: the others overran the FIFO");
        Assert.That(longest, Is.LessThan(200));
        Assert.That(depth, Is.GreaterThan(5));
        uart.BeforeAccess = null;
        uart.Receive(9, 9, 9, 9, 9, 9, 9, 9);
        Assert.That(pending, Is.True, "the line can still rise");
    }

    [Test]
    public void ErrorsInTheInterruptAreCountedByKind()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var interrupts = new RecordingInterrupts();
        var port = Open(uart);
        uart.Interrupt = interrupts.Raise;
        port.StartReceiving(new RecordingInterrupts.Controller(interrupts), 4, new SimulatedRing(16).Writer);

        foreach (byte error in new byte[] { 0x02, 0x04, 0x08, 0x10, 0x02 })
        {
            uart.ReceiveError(error);
        }

        Assert.That((port.ReceiveErrors, port.Overruns), Is.EqualTo((5UL, 2UL)));

        // While somebody writes, the same register is polled: what is seen there counts, too.
        uart.Interrupt = null;
        uart.ReceiveError(0x02);
        port.TryReadByte(out _);
        Assert.That((port.ReceiveErrors, port.Overruns), Is.EqualTo((6UL, 3UL)));
    }

    [Test]
    public void WhatFindsNoRoomIsCountedByTheReceiver()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var ring = new SimulatedRing(16);
        StartReceiving(uart, ring);

        for (var index = 0; index < 40; index++)
        {
            uart.Receive((byte)index);
            uart.PassTime();
        }

        Assert.That(ring.Dropped, Is.EqualTo(24));
        Assert.That(ReadAll(ring), Is.EqualTo(Enumerable.Range(0, 16)));
    }

    [TestCase(ComPort.Com1, 4)]
    [TestCase(ComPort.Com2, 3)]
    [TestCase(ComPort.Com3, 4)]
    [TestCase(ComPort.Com4, 3)]
    public void APortIsWiredToALine(ushort basePort, int line) => Assert.That(ComPort.LineOf(basePort), Is.EqualTo(line));

    [Test]
    public void AnotherPortHasNoLine() => Assert.That(() => ComPort.LineOf(0x3F0), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static RecordingInterrupts StartReceiving(SimulatedUart uart, SimulatedRing ring)
    {
        var interrupts = new RecordingInterrupts();
        uart.Interrupt = interrupts.Raise;
        var claim = Open(uart).StartReceiving(new RecordingInterrupts.Controller(interrupts), 4, ring.Writer);
        Assert.That(claim, Is.EqualTo(InterruptClaimFault.None));
        return interrupts;
    }

    private static byte[] ReadAll(SimulatedRing ring)
    {
        var bytes = new List<byte>();
        while (ring.TryRead(out var value))
        {
            bytes.Add(value);
        }

        return [.. bytes];
    }

    private static int CountAccesses(string text, byte fifoIdentification)
    {
        var uart = new SimulatedUart(ComPort.Com1) { FifoIdentification = fifoIdentification };
        var port = Open(uart);
        var before = uart.Reads + uart.Writes;
        port.Write(Encoding.UTF8.GetBytes(text));
        return uart.Reads + uart.Writes - before;
    }

    private static Serial16550<SimulatedPorts> Open(SimulatedUart uart, ushort basePort = ComPort.Com1)
    {
        var opened = Serial16550.TryOpen(new SimulatedPorts(uart), basePort, out var port, out var fault);
        Assert.That(opened, Is.True, fault.ToString());
        Assert.That(fault.Kind, Is.EqualTo(SerialFaultKind.None));
        return port!;
    }

    private static SerialFault OpenInVain(SimulatedUart uart, ushort basePort)
    {
        var opened = Serial16550.TryOpen(new SimulatedPorts(uart), basePort, out var port, out var fault);
        Assert.That(opened, Is.False);
        Assert.That(port, Is.Null);
        Assert.That(fault.BasePort, Is.EqualTo(basePort));
        return fault;
    }

    private static (SimulatedUart Uart, Serial16550<SimulatedPorts> Port) OpenAndKill()
    {
        var uart = new SimulatedUart(ComPort.Com1);
        var port = Open(uart);
        uart.IsStuck = true;
        port.WriteRaw(new byte[FifoDepth + Serial16550<SimulatedPorts>.TimeoutsUntilDead]);
        Assert.That(port.IsDead, Is.True);
        return (uart, port);
    }

    private static byte[] ReadAll(Serial16550<SimulatedPorts> port)
    {
        var bytes = new byte[256];
        var count = 0;
        while (count < bytes.Length && port.TryReadByte(out bytes[count]))
        {
            count++;
        }

        return bytes[..count];
    }
}
