using System.Collections.Generic;
using System.Threading;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>A PS/2 keyboard that works; <see cref="Ps2Keyboard.TryStart"/> makes it. Its keys are read with <c>await foreach</c>.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <remarks>
/// <para>For one task, which decodes what the interrupt handler has put aside. Allocates one object for each <c>await foreach</c>, and
/// nothing
/// for a key. Whoever wants the scan codes themselves reads them where the handler puts them, and not here.</para>
/// <para>
/// The lights follow the locks. They are set by two bytes, and the keyboard acknowledges each among the scan codes:
/// </para>
/// <code>
///            a lock changes: 0xED          acknowledged: the lights
///   at rest ───────────────────► command ──────────────────────────► argument ── acknowledged ──► at rest
///      ▲                            └── refused: again, three times ────┘
///      └────────────────────────────────────┘ then it is left
/// </code>
/// </remarks>
public sealed class Ps2Keyboard<TPorts> : IInputSource<KeyEvent>
    where TPorts : struct, IPortSpace
{
    private const int MostAttempts = 3;

    private readonly IByteSource _scanCodes;
    private readonly ScanCodeDecoder _decoder;

    // Not readonly: calls would work on copies.
    private Ps2Controller<TPorts> _controller;
    private KeyboardState _state;

    private LightsState _lightsState;
    private KeyboardLights _lightsSent;
    private int _attempts;
    private uint _droppedBefore;
    private bool _isAnythingLost;

    internal Ps2Keyboard(TPorts ports, IByteSource scanCodes, KeyboardLayout layout, ScanCodeSet set)
    {
        _controller = new Ps2Controller<TPorts>(ports);
        _scanCodes = scanCodes;
        _decoder = new ScanCodeDecoder(set);
        _state = new KeyboardState(layout);
        _droppedBefore = scanCodes.Dropped;
    }

    private enum LightsState
    {
        AtRest,
        Command,
        Argument,
    }

    /// <summary>What the scan codes are.</summary>
    public ScanCodeSet ScanCodeSet => _decoder.Set;

    /// <summary>The scan codes: to be read here or as keys, not both.</summary>
    public IInputSource<byte> ScanCodes => _scanCodes;

    /// <inheritdoc/>
    public uint Dropped => _scanCodes.Dropped;

    /// <summary>The lights that the keyboard has acknowledged last.</summary>
    public KeyboardLights Lights { get; private set; }

    /// <summary>The modifiers that are held down, and the locks that are on, as far as keys have been read.</summary>
    public KeyModifiers Modifiers => _state.Modifiers;

    /// <summary>How many codes belonged to no key of a PC.</summary>
    public uint UnknownCodes { get; private set; }

    /// <summary>How often the keyboard itself lost what was typed.</summary>
    public uint Overruns { get; private set; }

    /// <summary>How often the keyboard would not set its lights.</summary>
    public uint RefusedCommands { get; private set; }

    /// <summary>The keys, as they are pressed and released, without end. Where bytes were lost, all keys are released that were held
    /// down.</summary>
    public async IAsyncEnumerator<KeyEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            while (_scanCodes.TryRead(out var value))
            {
                if (TryDecode(value, out var keyEvent))
                {
                    yield return keyEvent;
                }

                while (_isAnythingLost && _state.TryReleaseAny(out keyEvent))
                {
                    yield return keyEvent;
                }

                _isAnythingLost = false;
            }

            if (_scanCodes.Dropped != _droppedBefore)
            {
                // Nobody knows what was in between: perhaps the release of a key, and the first half of another one.
                _droppedBefore = _scanCodes.Dropped;
                _decoder.Reset();
                while (_state.TryReleaseAny(out var keyEvent))
                {
                    yield return keyEvent;
                }
            }

            await _scanCodes.WaitToReadAsync(cancellationToken);
        }
    }

    private bool TryDecode(byte value, out KeyEvent keyEvent)
    {
        keyEvent = default;
        switch (_decoder.Push(value, out var key))
        {
            case ScanCodeMeaning.Pressed:
                var locks = _state.Locks;
                keyEvent = _state.Press(key);
                if (_state.Locks != locks)
                {
                    SetLights();
                }

                return true;

            case ScanCodeMeaning.Released:
                if (_state.TryRelease(key, out keyEvent))
                {
                    return true;
                }

                if (value == (byte)KeyboardResponse.SelfTestPassed)
                {
                    // Left Shift was not down: in set 1 this is what a keyboard says that was plugged in.
                    Restart();
                }

                return false;

            case ScanCodeMeaning.Started:
                Restart();
                return false;

            case ScanCodeMeaning.Overrun:
                Overruns++;
                _isAnythingLost = true;
                return false;

            case ScanCodeMeaning.Acknowledged:
                GoOnWithLights();
                return false;

            case ScanCodeMeaning.Refused:
                RetryLights();
                return false;

            case ScanCodeMeaning.Unknown:
                UnknownCodes++;
                return false;

            default:
                return false;
        }
    }

    /// <summary>A keyboard that was plugged in has no key down, and its lights are off.</summary>
    private void Restart()
    {
        _isAnythingLost = true;
        Lights = KeyboardLights.None;
        SetLights();
    }

    private void SetLights()
    {
        _attempts = 0;
        Send(LightsState.Command, (byte)KeyboardCommand.SetLights);
    }

    private void GoOnWithLights()
    {
        _attempts = 0;
        if (_lightsState == LightsState.Command)
        {
            _lightsSent = LightsOf(_state.Locks);
            Send(LightsState.Argument, (byte)_lightsSent);
        }
        else if (_lightsState == LightsState.Argument)
        {
            Lights = _lightsSent;
            _lightsState = LightsState.AtRest;
        }
    }

    private void RetryLights()
    {
        if (_lightsState == LightsState.AtRest)
        {
            return;
        }

        if (++_attempts == MostAttempts)
        {
            GiveUpLights();
        }
        else if (_lightsState == LightsState.Command)
        {
            Send(LightsState.Command, (byte)KeyboardCommand.SetLights);
        }
        else
        {
            Send(LightsState.Argument, (byte)_lightsSent);
        }
    }

    private void Send(LightsState state, byte value)
    {
        _lightsState = state;
        if (!_controller.TryWriteData(value))
        {
            GiveUpLights();
        }
    }

    private void GiveUpLights()
    {
        RefusedCommands++;
        _lightsState = LightsState.AtRest;
    }

    private static KeyboardLights LightsOf(KeyModifiers locks) =>
        ((locks & KeyModifiers.ScrollLock) != 0 ? KeyboardLights.ScrollLock : 0)
        | ((locks & KeyModifiers.NumLock) != 0 ? KeyboardLights.NumLock : 0)
        | ((locks & KeyModifiers.CapsLock) != 0 ? KeyboardLights.CapsLock : 0);
}
