using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>The keyboard against a simulated controller and keyboard: those that work, and every way in which one does not.</summary>
[TestFixture]
public class Ps2KeyboardTests
{
    private const int FarTooMany = 5_000_000;

    private static readonly byte[] PressA = [0x1C], ReleaseA = [0xF0, 0x1C], PressCapsLock = [0x58], ReleaseCapsLock = [0xF0, 0x58];

    private RecordingInterrupts _interrupts = null!;
    private SimulatedRing _ring = null!;

    [SetUp]
    public void NobodyHasTheLine()
    {
        _interrupts = new RecordingInterrupts();
        _ring = new SimulatedRing(16);
    }

    [Test]
    public void StartingSetsControllerAndKeyboardUp([Values] ScanCodeSet set, [Values(0, 1, 20)] int staleBytes)
    {
        var device = new SimulatedKeyboardController { StaleBytes = staleBytes }.WithStaleBytes();

        var keyboard = Start(device, set);

        Assert.Multiple(() =>
        {
            var expected = set == ScanCodeSet.Set1 ? 0x41 : 0x01;
            Assert.That(device.Configuration & 0x41, Is.EqualTo(expected), "interrupt on, translation as asked");
            Assert.That(device.Configuration & 0x32, Is.EqualTo(0x20), "keyboard's clock on, mouse off");
            Assert.That(device.ScanCodeSet, Is.EqualTo(2), "what the controller translates is set 2");
            Assert.That(device.IsScanning && device.IsPortOn, Is.True);
            Assert.That(device.Lights, Is.Zero);
            Assert.That(_interrupts.ClaimedLine, Is.EqualTo(1));
            Assert.That(_interrupts.IsUnmasked, Is.True);
            Assert.That(keyboard.ScanCodeSet, Is.EqualTo(set));
        });
    }

    /// <summary>Somebody types while the kernel boots: no byte of a key is taken for an answer, nor for one of the other scan-code set, in which an
    /// A is an Enter.</summary>
    [Test]
    public void AKeyAtAnyMomentOfTheStartDoesNoHarm([Values] ScanCodeSet set, [Values] bool scansAfterReset)
    {
        var quiet = new SimulatedKeyboardController { ScansAfterReset = scansAfterReset };
        Start(quiet, set);
        for (var access = 1; access <= quiet.Accesses; access++)
        {
            NobodyHasTheLine();
            var device = new SimulatedKeyboardController { KeyAtAccess = access, ScansAfterReset = scansAfterReset };
            var keyboard = Start(device, set);
            Assert.That(device.IsScanning && device.IsPortOn, Is.True, $"access {access}");
            Assert.That(Read(keyboard), Has.All.StartsWith("a"), $"access {access}");
            device.Type([.. PressA]);
            Assert.That(Read(keyboard), Is.EqualTo(new[] { "a" }), $"access {access}");
        }
    }

    [Test]
    public void KeysComeOutOfTheInterrupt([Values] ScanCodeSet set)
    {
        var device = new SimulatedKeyboardController();
        var keyboard = Start(device, set);

        device.Type([0x12, .. PressA, .. ReleaseA, 0xF0, 0x12, 0xE0, 0x71, 0xE0, 0xF0, 0x71]);

        Assert.That(Read(keyboard), Is.EqualTo(new[]
        {
            "Left Shift", "A", "A released", "Left Shift released", "Delete", "Delete released",
        }));
    }

    [Test]
    public void TheMouseIsNoKeyboard()
    {
        var device = new SimulatedKeyboardController();
        var keyboard = Start(device);

        device.MoveMouse(0x1E);

        Assert.That(Read(keyboard), Is.Empty);
    }

    [Test]
    public void AnInterruptWithoutAByteBringsNone()
    {
        var device = new SimulatedKeyboardController();
        var keyboard = Start(device);

        _interrupts.Raise();

        Assert.That(_ring.TryRead(out _), Is.False);
        Assert.That(Read(keyboard), Is.Empty);
    }

    [Test]
    public void TheLightsFollowTheLocks()
    {
        var device = new SimulatedKeyboardController();
        var keyboard = Start(device);

        device.Type([.. PressCapsLock, .. PressCapsLock, .. ReleaseCapsLock, .. PressA]);
        Assert.That(Read(keyboard).Last(), Is.EqualTo("A"));
        Assert.That((device.Lights, keyboard.Lights), Is.EqualTo(((byte)4, KeyboardLights.CapsLock)));

        device.Type([0x77, 0xF0, 0x77, 0x7E, 0xF0, 0x7E, .. PressCapsLock]);
        Read(keyboard);
        Assert.That((device.Lights, keyboard.Lights), Is.EqualTo(((byte)3, KeyboardLights.NumLock | KeyboardLights.ScrollLock)));
        Assert.That(keyboard.RefusedCommands, Is.Zero);
    }

    [Test]
    public void LightsAreTriedAgainAndThenLeft([Range(1, 8)] int resends)
    {
        var device = new SimulatedKeyboardController();
        var keyboard = Start(device);
        device.Resends = resends;

        device.Type(PressCapsLock);
        Read(keyboard);

        var isGivenUp = resends > 2;
        Assert.That(keyboard.RefusedCommands, Is.EqualTo(isGivenUp ? 1 : 0));
        Assert.That(keyboard.Lights, Is.EqualTo(isGivenUp ? KeyboardLights.None : KeyboardLights.CapsLock));
        device.Resends = 0;
        device.Type([.. ReleaseCapsLock, 0x77]);
        Read(keyboard);
        Assert.That(keyboard.Lights, Is.EqualTo(KeyboardLights.CapsLock | KeyboardLights.NumLock), "the next lock tries anew");
    }

    [Test]
    public void AKeyboardThatIsPluggedInGetsItsLightsAgain([Values] ScanCodeSet set)
    {
        var device = new SimulatedKeyboardController();
        var keyboard = Start(device, set);
        device.Type([.. PressCapsLock, .. PressA]);
        Read(keyboard);
        var commands = device.KeyboardCommands.Count;

        device.Type(0xAA);

        Assert.That(Read(keyboard), Is.EquivalentTo(new[] { "Caps Lock released", "A released" }));
        Assert.That(device.KeyboardCommands.Skip(commands), Is.EqualTo(new byte[] { 0xED, 0x04 }));
        Assert.That(keyboard.Lights, Is.EqualTo(KeyboardLights.CapsLock));
    }

    [Test]
    public void WhatIsDroppedIsCountedAndNoKeyStaysDown()
    {
        var device = new SimulatedKeyboardController();
        var keyboard = Start(device);
        device.Type(0x12);
        Read(keyboard);

        // Eight pairs have room; of the release of Shift nothing is left.
        for (var pair = 0; pair < 20; pair++)
        {
            device.Type([.. PressA, .. ReleaseA]);
        }

        device.Type(0xF0, 0x12);

        Assert.That(keyboard.Dropped, Is.EqualTo(40 + 1 - 16));
        var keys = Read(keyboard);
        Assert.That(keys, Has.Count.EqualTo(17));
        Assert.That(keys.Last(), Is.EqualTo("Left Shift released"));
        device.Type(PressA);
        Assert.That(Read(keyboard), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void AnOverrunOfTheKeyboardLetsGoOfAllKeys([Values] ScanCodeSet set)
    {
        var device = new SimulatedKeyboardController();
        var keyboard = Start(device, set);
        device.Type([0x12, .. PressA]);
        Read(keyboard);

        device.Type(0xFF);
        device.Type(PressA);

        Assert.That(Read(keyboard), Is.EqualTo(new[] { "A released", "Left Shift released", "a" }));
        Assert.That(keyboard.Overruns, Is.EqualTo(1));
    }

    [Test]
    public void UnknownCodesAreCounted()
    {
        var keyboard = Start(new SimulatedKeyboardController(), ScanCodeSet.Set2);
        _ring.Writer.TryWrite(0x02);

        Assert.That(Read(keyboard), Is.Empty);
        Assert.That(keyboard.UnknownCodes, Is.EqualTo(1));
    }

    [Test]
    public void WithoutAControllerOneReadIsAll()
    {
        var device = new SimulatedKeyboardController { IsAbsent = true };
        Assert.That(StartInVain(device).Kind, Is.EqualTo(Ps2KeyboardFaultKind.ControllerAbsent));
        Assert.That(device.Accesses, Is.EqualTo(1));
    }

    [Test]
    public void AControllerThatTakesNoCommandIsFoundOut() =>
        ExpectFault(new SimulatedKeyboardController { IsStuck = true }, Ps2KeyboardFaultKind.ControllerMute);

    [Test]
    public void AControllerThatDoesNotAnswerIsFoundOut() =>
        ExpectFault(new SimulatedKeyboardController { IsMute = true }, Ps2KeyboardFaultKind.ControllerMute);

    [Test]
    public void AControllerThatBabblesIsFoundOut() =>
        ExpectFault(new SimulatedKeyboardController { IsBabbling = true }, Ps2KeyboardFaultKind.ControllerBabbles);

    [TestCase(0xFC)]
    [TestCase(0x00)]
    [TestCase(0x54)]
    public void AControllerWhoseSelfTestFailsIsFoundOut(byte result)
    {
        var fault = StartInVain(new SimulatedKeyboardController { SelfTest = result });
        Assert.That((fault.Kind, fault.Expected, fault.Found), Is.EqualTo((Ps2KeyboardFaultKind.ControllerFailed, (byte)0x55, result)));
        Assert.That(fault.ToString(), Is.EqualTo($"the keyboard controller's self-test failed (expected 0x55, found 0x{result:X2})"));
    }

    [Test]
    public void AStuckLineIsFoundOut([Range(1, 4)] int result)
    {
        var fault = StartInVain(new SimulatedKeyboardController { PortTest = (byte)result });
        Assert.That((fault.Kind, fault.Found), Is.EqualTo((Ps2KeyboardFaultKind.PortFailed, (byte)result)));
    }

    [Test]
    public void AMissingKeyboardIsFoundOut() =>
        ExpectFault(new SimulatedKeyboardController { HasNoKeyboard = true }, Ps2KeyboardFaultKind.KeyboardMute);

    [Test]
    public void AKeyboardWhoseSelfTestFailsOrDoesNotEndIsFoundOut()
    {
        ExpectFault(new SimulatedKeyboardController { KeyboardSelfTest = 0xFC }, Ps2KeyboardFaultKind.KeyboardFailed);
        ExpectFault(new SimulatedKeyboardController { KeyboardSelfTest = null }, Ps2KeyboardFaultKind.KeyboardMute);
    }

    [Test]
    public void AKeyboardMayAskTwiceAndNoMore()
    {
        Start(new SimulatedKeyboardController { Resends = 2 });
        _interrupts = new RecordingInterrupts();
        Assert.That(StartInVain(new SimulatedKeyboardController { Resends = 3 }).Kind, Is.EqualTo(Ps2KeyboardFaultKind.KeyboardRefuses));
    }

    [TestCase(0xED, true)]
    [TestCase(0xF0, true)]
    [TestCase(0xF4, false)]
    [TestCase(0xFF, false)]
    public void WhatAResetDoesAnywayMayBeRefused(byte command, bool isHarmless)
    {
        var device = new SimulatedKeyboardController { UnknownCommands = [command] };
        if (isHarmless)
        {
            Start(device);
            Assert.That((device.IsScanning, device.ScanCodeSet, device.Lights), Is.EqualTo((true, (byte)2, (byte)0)));
        }
        else
        {
            Assert.That(StartInVain(device).Kind, Is.EqualTo(Ps2KeyboardFaultKind.KeyboardRefuses));
        }
    }

    [TestCase(0x40)]
    [TestCase(0x02)]
    public void AConfigurationThatIsNotKeptIsFoundOut(byte stuck)
    {
        var fault = StartInVain(new SimulatedKeyboardController { StuckConfiguration = stuck });
        Assert.That(fault.Kind, Is.EqualTo(Ps2KeyboardFaultKind.ConfigurationNotKept));
        Assert.That(fault.Found ^ fault.Expected, Is.EqualTo(stuck));
    }

    [TestCase(InterruptClaimFault.LineInUse)]
    [TestCase(InterruptClaimFault.HandlerInUse)]
    public void ALineThatIsTakenIsSaid(InterruptClaimFault claim)
    {
        _interrupts = new RecordingInterrupts { Answer = claim };
        var fault = StartInVain(new SimulatedKeyboardController());
        Assert.That((fault.Kind, fault.Claim), Is.EqualTo((Ps2KeyboardFaultKind.LineNotGiven, claim)));
    }

    [Test]
    public void EveryFaultHasWordsOfItsOwn()
    {
        var words = Enum.GetValues<Ps2KeyboardFaultKind>().Select(kind => new Ps2KeyboardFault(kind).ToString());
        Assert.That(words, Is.Unique);
    }

    private Ps2Keyboard<SimulatedPorts> Start(SimulatedKeyboardController device, ScanCodeSet set = ScanCodeSet.Set1)
    {
        device.Interrupt = _interrupts.Raise;
        var ports = new SimulatedPorts(device);
        var interrupts = new RecordingInterrupts.Controller(_interrupts);
        var isStarted = Ps2Keyboard.TryStart(
            ports, interrupts, _ring.Writer, _ring, KeyboardLayouts.UnitedStates, out var keyboard, out var fault, set);
        Assert.That(isStarted, Is.True, fault.ToString());
        Assert.That(fault.Kind, Is.EqualTo(Ps2KeyboardFaultKind.None));
        return keyboard!;
    }

    private void ExpectFault(SimulatedKeyboardController device, Ps2KeyboardFaultKind kind) =>
        Assert.That(StartInVain(device).Kind, Is.EqualTo(kind));

    private Ps2KeyboardFault StartInVain(SimulatedKeyboardController device)
    {
        var ports = new SimulatedPorts(device);
        var interrupts = new RecordingInterrupts.Controller(_interrupts);
        var isStarted = Ps2Keyboard.TryStart(
            ports, interrupts, _ring.Writer, _ring, KeyboardLayouts.UnitedStates, out var keyboard, out var fault);
        Assert.That(isStarted, Is.False);
        Assert.That(keyboard, Is.Null);
        Assert.That(device.Accesses, Is.LessThan(FarTooMany));
        Assert.That(_interrupts.IsUnmasked, Is.False);
        Assert.That(device.IsAbsent || device.IsStuck || !device.IsPortOn, Is.True, "a keyboard that is not used cannot send");
        return fault;
    }

    /// <summary>All the keys that are there to be read.</summary>
    private static List<string> Read(Ps2Keyboard<SimulatedPorts> keyboard)
    {
        var keys = new List<string>();
        Assert.That(async () => await ReadAll(), Throws.TypeOf<SimulatedRing.EndOfInputException>());
        return keys;

        async Task ReadAll()
        {
            await foreach (var keyEvent in keyboard)
            {
                keys.Add(keyEvent.ToString());
            }
        }
    }
}
