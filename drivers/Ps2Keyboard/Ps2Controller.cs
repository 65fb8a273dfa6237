using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>The 8042 keyboard controller and the keyboard behind it, polled: what is needed until interrupts bring the keyboard's
/// bytes.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <remarks>Every wait is a bounded number of polls. Nothing here allocates, throws or takes a lock.</remarks>
internal struct Ps2Controller<TPorts>
    where TPorts : struct, IPortSpace
{
    internal const ushort DataPort = 0x60;
    internal const ushort StatusPort = 0x64;

    // A poll takes about 1 µs on a real bus. The controller answers in a millisecond, its self-test in some ten; a keyboard acknowledges in
    // 20 ms and tests itself for up to 750 ms (IBM PS/2 Hardware Interface Technical Reference, keyboards: 500 ms).
    private const int ControllerPolls = 200_000;
    private const int AcknowledgePolls = 200_000;
    private const int SelfTestPolls = 2_000_000;

    // A controller holds a byte or two, a keyboard 17 (the same manual, keyboard buffer).
    private const int MostBytesHeld = 64;
    private const int MostAttempts = 3;

    private const byte NobodyDrivesTheBus = 0xFF;

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TPorts _ports;

    internal Ps2Controller(TPorts ports) => _ports = ports;

    /// <summary>Brings the controller up with the keyboard's interrupt and translation off, and tests it.</summary>
    internal Ps2KeyboardFault Initialize(out ControllerConfiguration configuration)
    {
        configuration = 0;
        var status = _ports.ReadByte(StatusPort);
        if (status == NobodyDrivesTheBus)
        {
            return new Ps2KeyboardFault(Ps2KeyboardFaultKind.ControllerAbsent, 0, status);
        }

        // Nothing may come in between: neither what is typed meanwhile, nor the mouse.
        if (!TryCommand(ControllerCommand.DisableKeyboard) || !TryCommand(ControllerCommand.DisableAuxiliary))
        {
            return Mute(ControllerCommand.DisableKeyboard);
        }

        if (!TryEmpty())
        {
            return new Ps2KeyboardFault(Ps2KeyboardFaultKind.ControllerBabbles, 0, _ports.ReadByte(StatusPort));
        }

        if (!TryAsk(ControllerCommand.ReadConfiguration, out var found))
        {
            return Mute(ControllerCommand.ReadConfiguration);
        }

        const byte wellController = 0x55;
        if (!TryAsk(ControllerCommand.TestController, out var result))
        {
            return Mute(ControllerCommand.TestController);
        }

        if (result != wellController)
        {
            return new Ps2KeyboardFault(Ps2KeyboardFaultKind.ControllerFailed, wellController, result);
        }

        // The self-test resets some controllers: the configuration is written after it.
        configuration = ((ControllerConfiguration)found | ControllerConfiguration.AuxiliaryClockOff)
            & ~(ControllerConfiguration.KeyboardInterrupt | ControllerConfiguration.AuxiliaryInterrupt
                | ControllerConfiguration.KeyboardClockOff | ControllerConfiguration.Translate);

        // The keyboard's clock stays off until the last answer has come: what is typed meanwhile would be taken for it.
        var fault = Configure(configuration | ControllerConfiguration.KeyboardClockOff);
        if (fault.Kind != Ps2KeyboardFaultKind.None)
        {
            return fault;
        }

        if (!TryAsk(ControllerCommand.TestKeyboardPort, out result))
        {
            return Mute(ControllerCommand.TestKeyboardPort);
        }

        if (result != 0)
        {
            return new Ps2KeyboardFault(Ps2KeyboardFaultKind.PortFailed, 0, result);
        }

        return TryCommand(ControllerCommand.EnableKeyboard) ? default : Mute(ControllerCommand.EnableKeyboard);
    }

    /// <summary>Resets the keyboard, and has it send scan-code set 2 with all lights off, once <see cref="EnableScanning"/> is called.</summary>
    internal Ps2KeyboardFault ResetKeyboard()
    {
        var fault = Send((byte)KeyboardCommand.Reset);
        if (fault.Kind != Ps2KeyboardFaultKind.None)
        {
            return fault;
        }

        if (!TryRead(SelfTestPolls, out var result))
        {
            return new Ps2KeyboardFault(
                Ps2KeyboardFaultKind.KeyboardMute, (byte)KeyboardResponse.SelfTestPassed, _ports.ReadByte(StatusPort));
        }

        if (result != (byte)KeyboardResponse.SelfTestPassed)
        {
            return new Ps2KeyboardFault(Ps2KeyboardFaultKind.KeyboardFailed, (byte)KeyboardResponse.SelfTestPassed, result);
        }

        // Both are so after a reset. Keyboards without lights, and those that firmware makes of USB's, may refuse, and are none the worse.
        fault = Send((byte)KeyboardCommand.SetScanCodeSet, (byte)ScanCodeSet.Set2);
        if (fault.Kind is Ps2KeyboardFaultKind.None or Ps2KeyboardFaultKind.KeyboardRefuses)
        {
            fault = Send((byte)KeyboardCommand.SetLights, (byte)KeyboardLights.None);
        }

        return fault.Kind == Ps2KeyboardFaultKind.KeyboardRefuses ? default : fault;
    }

    /// <summary>Has the keyboard send keys: with translation as it is to stay, for a code of set 2 that was not translated would be another key's of
    /// set 1.</summary>
    /// <remarks>Most keyboards send keys from their reset on, and answers come before keys that wait: those are passed over.</remarks>
    internal Ps2KeyboardFault EnableScanning()
    {
        TryEmpty();
        return Send((byte)KeyboardCommand.EnableScanning);
    }

    /// <summary>Writes the configuration, and looks whether the controller keeps it.</summary>
    internal Ps2KeyboardFault Configure(ControllerConfiguration configuration)
    {
        if (!TryCommand(ControllerCommand.WriteConfiguration) || !TryWriteData((byte)configuration))
        {
            return Mute(ControllerCommand.WriteConfiguration);
        }

        // A key may be pressed just now: then its bytes stand before the answer, and are not worth keeping.
        byte found = 0;
        if (!TryCommand(ControllerCommand.ReadConfiguration))
        {
            return Mute(ControllerCommand.ReadConfiguration);
        }

        for (var attempt = 0; attempt < MostBytesHeld && TryRead(ControllerPolls, out found); attempt++)
        {
            if (found == (byte)configuration)
            {
                return default;
            }

            if ((ReadStatus() & ControllerStatus.OutputFull) == 0)
            {
                break;
            }
        }

        return new Ps2KeyboardFault(Ps2KeyboardFaultKind.ConfigurationNotKept, (byte)configuration, found);
    }

    /// <summary>Lets nothing of the keyboard come in any more: it is not used.</summary>
    internal void GiveUp() => TryCommand(ControllerCommand.DisableKeyboard);

    /// <summary>Reads until nothing is left.</summary>
    internal bool TryEmpty()
    {
        for (var count = 0; count < MostBytesHeld; count++)
        {
            if ((ReadStatus() & ControllerStatus.OutputFull) == 0)
            {
                return true;
            }

            _ports.ReadByte(DataPort);
        }

        return false;
    }

    /// <summary>Writes a byte to the keyboard. Its acknowledgement comes as any of its bytes does.</summary>
    /// <returns>False where the controller did not take it.</returns>
    internal bool TryWriteData(byte value)
    {
        if (!TryWaitForInput())
        {
            return false;
        }

        _ports.WriteByte(DataPort, value);
        return true;
    }

    /// <summary>Reads the keyboard's byte, in its interrupt. Bytes of the mouse are none.</summary>
    internal bool TryTake(out byte value)
    {
        var status = ReadStatus();
        value = (status & ControllerStatus.OutputFull) != 0 ? _ports.ReadByte(DataPort) : (byte)0;
        return (status & (ControllerStatus.OutputFull | ControllerStatus.AuxiliaryByte)) == ControllerStatus.OutputFull;
    }

    private Ps2KeyboardFault Send(byte command, byte argument)
    {
        var fault = Send(command);
        return fault.Kind == Ps2KeyboardFaultKind.None ? Send(argument) : fault;
    }

    /// <summary>Writes a byte to the keyboard and waits for the acknowledgement; again, where it asks for that.</summary>
    private Ps2KeyboardFault Send(byte value)
    {
        var answer = (byte)0;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (!TryWriteData(value) || !TryRead(AcknowledgePolls, out answer))
            {
                return new Ps2KeyboardFault(Ps2KeyboardFaultKind.KeyboardMute, value, _ports.ReadByte(StatusPort));
            }

            // A key may have been pressed just before: then its bytes stand before the answer, and are not worth keeping.
            for (var held = 0; held < MostBytesHeld && !IsAnswer(answer) && TryRead(AcknowledgePolls, out var next); held++)
            {
                answer = next;
            }

            if (answer == (byte)KeyboardResponse.Acknowledge)
            {
                return default;
            }
        }

        return new Ps2KeyboardFault(Ps2KeyboardFaultKind.KeyboardRefuses, (byte)KeyboardResponse.Acknowledge, answer);
    }

    private static bool IsAnswer(byte value) => value is (byte)KeyboardResponse.Acknowledge or (byte)KeyboardResponse.Resend;

    private bool TryAsk(ControllerCommand command, out byte answer)
    {
        answer = 0;
        return TryCommand(command) && TryRead(ControllerPolls, out answer);
    }

    private bool TryCommand(ControllerCommand command)
    {
        if (!TryWaitForInput())
        {
            return false;
        }

        _ports.WriteByte(StatusPort, (byte)command);
        return true;
    }

    private bool TryWaitForInput()
    {
        for (var poll = 0; poll < ControllerPolls; poll++)
        {
            if ((ReadStatus() & ControllerStatus.InputFull) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryRead(int polls, out byte value)
    {
        for (var poll = 0; poll < polls; poll++)
        {
            if ((ReadStatus() & ControllerStatus.OutputFull) != 0)
            {
                value = _ports.ReadByte(DataPort);
                return true;
            }
        }

        value = 0;
        return false;
    }

    private ControllerStatus ReadStatus() => (ControllerStatus)_ports.ReadByte(StatusPort);

    private Ps2KeyboardFault Mute(ControllerCommand command) =>
        new(Ps2KeyboardFaultKind.ControllerMute, (byte)command, _ports.ReadByte(StatusPort));
}
