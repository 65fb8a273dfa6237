using System;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Drivers;

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
