using System;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Makes keys of a keyboard's bytes, one by one.</summary>
/// <remarks>
/// <para>Allocates its tables when it is made, and nothing for a byte. A sequence that breaks off, since bytes were lost, costs that key
/// only.</para>
/// <code>
///              E0          a code: Pressed, Released, Unknown
///          ┌────────► extended ────────┐
///   ground ┤                           ├──► ground
///    │  ▲  └────────► Pause ───────────┘
///    └──┘      E1          1D 45 (set 2: 14 77), pressed or released
///   a code             any other byte is taken as if nothing had been before
/// </code>
/// <para>In set 2, 0xF0 says that the code after it is of a key that goes up; in set 1, the highest bit of the code does.</para>
/// </remarks>
public sealed class ScanCodeDecoder
{
    private const byte PausePrefix = 0xE1;
    private const byte ReleasePrefix = 0xF0;
    private const byte ReleaseBit = 0x80;
    private const int Codes = 256;

    private readonly Key[] _plain = new Key[Codes];
    private readonly Key[] _extended = new Key[Codes];
    private readonly bool _hasReleaseBit;
    private readonly byte _firstOfPause;
    private readonly byte _secondOfPause;
    private readonly byte _leftShift;
    private readonly byte _rightShift;

    private byte _prefix;
    private bool _isReleased;
    private bool _isSecondOfPause;

    /// <summary>Makes a decoder.</summary>
    /// <param name="set">What the bytes are.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the two sets.</exception>
    public ScanCodeDecoder(ScanCodeSet set)
    {
        if (set is not (ScanCodeSet.Set1 or ScanCodeSet.Set2))
        {
            throw new ArgumentOutOfRangeException(nameof(set), "The set must be 1 or 2.");
        }

        Set = set;
        ScanCodeTable.Fill(set, _plain, _extended);
        _hasReleaseBit = set == ScanCodeSet.Set1;
        (_firstOfPause, _secondOfPause) = _hasReleaseBit ? ((byte)0x1D, (byte)0x45) : ((byte)0x14, (byte)0x77);
        (_leftShift, _rightShift) = _hasReleaseBit ? ((byte)0x2A, (byte)0x36) : ((byte)0x12, (byte)0x59);
    }

    /// <summary>What the bytes are.</summary>
    public ScanCodeSet Set { get; }

    /// <summary>Takes the next byte.</summary>
    /// <param name="value">The byte.</param>
    /// <param name="key">The key that was pressed or released; <see cref="Key.None"/> in all other cases.</param>
    public ScanCodeMeaning Push(byte value, out Key key)
    {
        key = Key.None;
        switch ((KeyboardResponse)value)
        {
            // Commands are answered also while a key is being told: what was begun goes on.
            case KeyboardResponse.Acknowledge:
                return ScanCodeMeaning.Acknowledged;

            case KeyboardResponse.Resend:
                return ScanCodeMeaning.Refused;

            case KeyboardResponse.OverrunSet1:
            case KeyboardResponse.OverrunSet2:
                Reset();
                return ScanCodeMeaning.Overrun;

            case KeyboardResponse.SelfTestPassed when !_hasReleaseBit:
                Reset();
                return ScanCodeMeaning.Started;
        }

        if (value is ScanCodeTable.Extended or PausePrefix)
        {
            Reset();
            _prefix = value;
            return ScanCodeMeaning.Nothing;
        }

        if (value == ReleasePrefix && !_hasReleaseBit)
        {
            _isReleased = true;
            return ScanCodeMeaning.Nothing;
        }

        var code = value;
        if (_hasReleaseBit)
        {
            code = (byte)(value & ~ReleaseBit);
            _isReleased = (value & ReleaseBit) != 0;
        }

        return _prefix == PausePrefix && TryGoOnWithPause(code, out var isWhole)
            ? isWhole ? End(key = Key.Pause) : ScanCodeMeaning.Nothing
            : EndCode(code, out key);
    }

    /// <summary>Forgets what was begun, since bytes were lost.</summary>
    public void Reset()
    {
        _prefix = 0;
        _isReleased = false;
        _isSecondOfPause = false;
    }

    private bool TryGoOnWithPause(byte code, out bool isWhole)
    {
        isWhole = _isSecondOfPause && code == _secondOfPause;
        if (!isWhole && (_isSecondOfPause || code != _firstOfPause))
        {
            _prefix = 0;
            return false;
        }

        _isSecondOfPause = !isWhole;
        return true;
    }

    private ScanCodeMeaning EndCode(byte code, out Key key)
    {
        var isExtended = _prefix == ScanCodeTable.Extended;
        key = (isExtended ? _extended : _plain)[code];
        if (isExtended && (code == _leftShift || code == _rightShift))
        {
            // Keyboards pretend that Shift is pressed or released around extended keys, for programs of the PC XT.
            Reset();
            return ScanCodeMeaning.Nothing;
        }

        return End(key);
    }

    private ScanCodeMeaning End(Key key)
    {
        var isReleased = _isReleased;
        Reset();
        return key == Key.None ? ScanCodeMeaning.Unknown : isReleased ? ScanCodeMeaning.Released : ScanCodeMeaning.Pressed;
    }
}
