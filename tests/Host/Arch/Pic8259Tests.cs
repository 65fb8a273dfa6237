using System.Text;
using NUnit.Framework;
using Tarn.Arch.X86_64;
using Tarn.Tests.Host.Drivers;

namespace Tarn.Tests.Host.Arch;

/// <summary>The interrupt controllers against simulated ones, over every line.</summary>
[TestFixture]
public class Pic8259Tests
{
    private const int AllButCascade = 0xFFFB;

    [Test]
    public void OpeningMovesTheVectorsAndMasksAllLines()
    {
        var chips = new SimulatedPics();

        Open(chips);

        Assert.That(chips.InitializationOf(0), Is.EqualTo(new byte[] { 0x11, 32, 0x04, 0x01 }));
        Assert.That(chips.InitializationOf(1), Is.EqualTo(new byte[] { 0x11, 40, 0x02, 0x01 }));
        Assert.That(chips.Masks, Is.EqualTo(AllButCascade));
    }

    [Test]
    public void AbsentControllersAreFoundOut()
    {
        var pic = default(Pic8259<SimulatedPorts>);

        Assert.That(pic.TryOpen(new SimulatedPorts(new SimulatedPics { AreAbsent = true }), out var fault), Is.False);
        Assert.That(fault.Port, Is.EqualTo(0x21));
        Assert.That(fault.Found, Is.EqualTo(0xFF));
        Assert.That(Encoding.UTF8.GetString(fault.Reason), Does.Contain("no controller"));
    }

    [Test]
    public void AnyStuckBitIsFoundOut([Range(0, 7)] int bit)
    {
        var pic = default(Pic8259<SimulatedPorts>);
        var chips = new SimulatedPics { StuckBits = (byte)(1 << bit) };

        Assert.That(pic.TryOpen(new SimulatedPorts(chips), out var fault), Is.False);
        Assert.That((fault.Expected ^ fault.Found), Is.EqualTo(1 << bit));
    }

    [Test]
    public void MasksAreOfOneLineEach()
    {
        for (var line = 0; line < Pic8259<SimulatedPorts>.LineCount; line++)
        {
            var chips = new SimulatedPics();
            var pic = Open(chips);

            pic.Unmask(line);
            Assert.That(chips.Masks, Is.EqualTo(AllButCascade & ~(1 << line)), $"line {line}");
            Assert.That(pic.IsMasked(line), Is.False);

            pic.Mask(line);
            Assert.That(chips.Masks, Is.EqualTo(AllButCascade), $"line {line}: the cascade stays open");
        }
    }

    [Test]
    public void EverySetOfMasksIsKept()
    {
        var chips = new SimulatedPics();
        var pic = Open(chips);
        for (var set = 0; set <= 0xFFFF; set++)
        {
            for (var line = 0; line < 16; line++)
            {
                if (((set ^ chips.Masks) & 1 << line) == 0)
                {
                    continue;
                }

                if ((set & 1 << line) != 0)
                {
                    pic.Mask(line);
                }
                else
                {
                    pic.Unmask(line);
                }
            }

            Assert.That(chips.Masks, Is.EqualTo(set & AllButCascade));
        }
    }

    [Test]
    public void EachEndIsOfItsLineOnly()
    {
        for (var line = 0; line < Pic8259<SimulatedPorts>.LineCount; line++)
        {
            if (line == Pic8259<SimulatedPorts>.CascadeLine)
            {
                continue;
            }

            var chips = new SimulatedPics();
            var pic = Open(chips);
            chips.Take(line);
            chips.Take(line == 3 ? 4 : 3);

            Assert.That(pic.Begin(line), Is.True);
            pic.End(line);

            Assert.That(chips.InService, Is.EqualTo(1 << (line == 3 ? 4 : 3)), $"line {line}");
            Assert.That(chips.Ends, Has.Count.EqualTo(line < 8 ? 1 : 2));
        }
    }

    [Test]
    public void ASpuriousSevenEndsNothing()
    {
        var chips = new SimulatedPics();
        var pic = Open(chips);
        chips.Take(3);

        Assert.That(pic.Begin(7), Is.False);

        Assert.That(pic.SpuriousCount, Is.EqualTo(1));
        Assert.That(chips.Ends, Is.Empty);
    }

    [Test]
    public void ASpuriousFifteenEndsTheCascade()
    {
        var chips = new SimulatedPics();
        var pic = Open(chips);
        chips.TakeSpuriousOfSecond();

        Assert.That(pic.Begin(15), Is.False);

        Assert.That(pic.SpuriousCount, Is.EqualTo(1));
        Assert.That(chips.InService, Is.Zero);
        Assert.That(chips.Ends, Is.EqualTo(new[] { ((ushort)0x20, (byte)0x62) }));
    }

    [TestCase(7)]
    [TestCase(15)]
    public void ARealOneIsNotSpurious(int line)
    {
        var chips = new SimulatedPics();
        var pic = Open(chips);
        chips.Take(line);

        Assert.That(pic.Begin(line), Is.True);
        Assert.That(pic.SpuriousCount, Is.Zero);
    }

    [Test]
    public void RequestsAreSeenOfEveryLine([Range(0, 15)] int line)
    {
        var chips = new SimulatedPics();
        var pic = Open(chips);
        chips.Request(line);
        for (var other = 0; other < 16; other++)
        {
            Assert.That(pic.IsRequested(other), Is.EqualTo(other == line));
        }
    }

    private static Pic8259<SimulatedPorts> Open(SimulatedPics chips)
    {
        var pic = default(Pic8259<SimulatedPorts>);
        Assert.That(pic.TryOpen(new SimulatedPorts(chips), out var fault), Is.True, Encoding.UTF8.GetString(fault.Reason));
        return pic;
    }
}
