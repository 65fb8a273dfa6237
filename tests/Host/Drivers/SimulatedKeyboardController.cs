using System;
using System.Collections.Generic;
using System.Linq;

namespace Tarn.Tests.Host.Drivers;

/// <summary>An 8042 with a keyboard behind it, at register level, and the ways in which either can be missing or broken.</summary>
internal sealed class SimulatedKeyboardController : IPortDevice
{
    private const byte InitialConfiguration = 0x65;

    // Set 2 to set 1, as the controller translates (only what the tests type).
    private static readonly Dictionary<byte, byte> Translation = new()
    {
        [0x1C] = 0x1E, [0x5A] = 0x1C, [0x58] = 0x3A, [0x12] = 0x2A, [0x77] = 0x45, [0x7E] = 0x46, [0x71] = 0x53, [0x14] = 0x1D,
    };

    // Answers, the controller's and the keyboard's, come before the keys that wait.
    private readonly Queue<byte> _answers = new();
    private readonly Queue<(byte Value, bool IsKeyboard)> _output = new();
    private byte _configuration = InitialConfiguration;
    private byte? _pendingControllerCommand;
    private byte? _pendingKeyboardCommand;
    private int _busyReads;
    private bool _isPortOn = true;
    private bool _isBreakTranslated;

    // What was pressed while the keyboard's clock was held, and is sent when it runs again.
    private bool _holdsKey;
    private bool _wasReset;

    /// <summary>Nothing is there: reads give 0xFF, writes go nowhere.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>The input buffer is never taken: no command is.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Commands are taken and never answered.</summary>
    public bool IsMute { get; init; }

    /// <summary>The output buffer is always full.</summary>
    public bool IsBabbling { get; init; }

    /// <summary>The answer to the controller's self-test.</summary>
    public byte SelfTest { get; init; } = 0x55;

    /// <summary>The answer to the test of the keyboard's lines.</summary>
    public byte PortTest { get; init; }

    /// <summary>Bits of the configuration that stay set whatever is written.</summary>
    public byte StuckConfiguration { get; init; }

    /// <summary>How often the status must be read before a byte that was written is taken.</summary>
    public int BusyReads { get; init; } = 3;

    /// <summary>No keyboard is plugged in.</summary>
    public bool HasNoKeyboard { get; init; }

    /// <summary>The result of the keyboard's self-test; null for one that does not end.</summary>
    public byte? KeyboardSelfTest { get; init; } = 0xAA;

    /// <summary>How many bytes the keyboard asks to be sent again.</summary>
    public int Resends { get; set; }

    /// <summary>Whether it sends keys after a reset without being told to, as most do.</summary>
    public bool ScansAfterReset { get; init; }

    /// <summary>Commands that the keyboard does not know.</summary>
    public byte[] UnknownCommands { get; init; } = [];

    /// <summary>What the mouse has sent before anybody looked.</summary>
    public int StaleBytes { get; init; }

    /// <summary>With which access to the ports an A is pressed and released; 0 for none.</summary>
    public int KeyAtAccess { get; init; }

    /// <summary>Runs when the keyboard's interrupt is raised.</summary>
    public Action? Interrupt { get; set; }

    public byte Configuration => _configuration;

    public byte ScanCodeSet { get; private set; } = 1;

    public byte Lights { get; private set; } = 0x07;

    public bool IsScanning { get; private set; }

    public bool IsPortOn => _isPortOn;

    public List<byte> KeyboardCommands { get; } = [];

    public int Accesses { get; private set; }

    private bool IsTranslating => (_configuration & 0x40) != 0;

    /// <summary>Puts what was there before the driver into the output.</summary>
    public SimulatedKeyboardController WithStaleBytes()
    {
        for (var index = 0; index < StaleBytes; index++)
        {
            _output.Enqueue(((byte)index, false));
        }

        return this;
    }

    /// <summary>The keyboard sends bytes of set 2.</summary>
    public void Type(params byte[] codes)
    {
        foreach (var code in codes)
        {
            if (!IsTranslating)
            {
                Send(code);
            }
            else if (code == 0xF0)
            {
                _isBreakTranslated = true;
            }
            else
            {
                var translated = code >= 0x84 ? code : Translation[code];
                Send(_isBreakTranslated && code < 0x84 ? (byte)(translated | 0x80) : translated);
                _isBreakTranslated = code >= 0x84 && _isBreakTranslated;
            }
        }
    }

    /// <summary>The mouse sends a byte.</summary>
    public void MoveMouse(byte value)
    {
        _output.Enqueue((value, false));
        Interrupt?.Invoke();
    }

    public byte Read(ushort port)
    {
        Accesses++;
        PressKey();
        if (IsAbsent)
        {
            return 0xFF;
        }

        if (port == 0x64)
        {
            return ReadStatus();
        }

        if (IsBabbling)
        {
            return 0x42;
        }

        if (!_answers.TryDequeue(out var value))
        {
            value = _output.TryDequeue(out var entry) ? entry.Value : (byte)0;
        }

        if (_answers.Count > 0 || (_output.TryPeek(out var next) && next.IsKeyboard))
        {
            RaiseInterrupt();
        }

        return value;
    }

    public void Write(ushort port, byte value)
    {
        Accesses++;
        PressKey();
        if (IsAbsent)
        {
            return;
        }

        if (_busyReads > 0)
        {
            throw new InvalidOperationException($"0x{value:X2} was written to port 0x{port:X} while the input buffer was full.");
        }

        _busyReads = BusyReads;
        if (port == 0x64)
        {
            Command(value);
        }
        else if (_pendingControllerCommand == 0x60)
        {
            _configuration = (byte)(value | StuckConfiguration);
            _isPortOn = (_configuration & 0x10) == 0;
            _pendingControllerCommand = null;
        }
        else if (_isPortOn && !HasNoKeyboard)
        {
            KeyboardCommand(value);
        }
    }

    private byte ReadStatus()
    {
        if (_busyReads > 0 && !IsStuck)
        {
            _busyReads--;
        }

        var status = 0x14;
        if (_answers.Count > 0 || _output.Count > 0 || IsBabbling)
        {
            status |= IsBabbling || _answers.Count > 0 || _output.Peek().IsKeyboard ? 0x01 : 0x21;
        }

        return (byte)(status | (_busyReads > 0 || IsStuck ? 0x02 : 0));
    }

    private void Command(byte command)
    {
        _pendingControllerCommand = null;
        switch (command)
        {
            case 0x20:
                Answer(_configuration);
                break;

            case 0x60:
                _pendingControllerCommand = command;
                break;

            case 0xA7:
                _configuration |= 0x20;
                break;

            case 0xAA:
                // The self-test forgets the configuration.
                _configuration = InitialConfiguration;
                Answer(SelfTest);
                break;

            case 0xAB:
                Answer(PortTest);
                break;

            case 0xAD:
                _isPortOn = false;
                _configuration |= 0x10;
                break;

            case 0xAE:
                _isPortOn = true;
                _configuration &= 0xEF;
                break;

            default:
                throw new InvalidOperationException($"0x{command:X2} is no command of the 8042.");
        }
    }

    private void KeyboardCommand(byte value)
    {
        KeyboardCommands.Add(value);
        if (Resends > 0 || (_pendingKeyboardCommand is null && UnknownCommands.Contains(value)))
        {
            Resends -= Resends > 0 ? 1 : 0;
            Reply(0xFE);
            return;
        }

        Reply(0xFA);
        switch (_pendingKeyboardCommand)
        {
            case 0xED:
                Lights = value;
                _pendingKeyboardCommand = null;
                return;

            case 0xF0:
                ScanCodeSet = value;
                _pendingKeyboardCommand = null;
                return;
        }

        switch (value)
        {
            case 0xED or 0xF0:
                _pendingKeyboardCommand = value;
                break;

            case 0xF4:
                IsScanning = true;
                break;

            case 0xFF:
                IsScanning = ScansAfterReset;
                _wasReset = true;
                _holdsKey = false;
                ScanCodeSet = 2;
                Lights = 0;
                if (KeyboardSelfTest is { } result)
                {
                    Reply(result);
                }

                break;

            default:
                throw new InvalidOperationException($"0x{value:X2} is no command of the keyboard.");
        }
    }

    private void PressKey()
    {
        _holdsKey |= Accesses == KeyAtAccess && (IsScanning || !_wasReset);
        if (_holdsKey && _isPortOn)
        {
            _holdsKey = false;
            Type(0x1C, 0xF0, 0x1C);
        }
    }

    private void Answer(byte value)
    {
        if (!IsMute)
        {
            _answers.Enqueue(value);
        }
    }

    private void Send(byte value)
    {
        _output.Enqueue((value, true));
        RaiseInterrupt();
    }

    private void Reply(byte value)
    {
        _answers.Enqueue(value);
        RaiseInterrupt();
    }

    private void RaiseInterrupt()
    {
        if ((_configuration & 0x01) != 0)
        {
            Interrupt?.Invoke();
        }
    }
}
