using System;

namespace Internal.Runtime;

/// <summary>Makes UTF-16 of well-formed UTF-8 that arrives byte by byte.</summary>
internal struct Utf8Characters
{
    /// <summary>A byte completes at most this many units of UTF-16.</summary>
    internal const int MaximumAtOnce = 2;

    private const int ContinuationBits = 6;

    private uint _codePoint;
    private int _bytesLeft;

    /// <summary>Takes the next byte.</summary>
    /// <param name="value">The byte.</param>
    /// <param name="units">What it completes; at least <see cref="MaximumAtOnce"/> long.</param>
    /// <returns>How many units it completes; 0 where others have to follow.</returns>
    internal int Add(byte value, Span<char> units)
    {
        if (value < 0x80)
        {
            units[0] = (char)value;
            return 1;
        }

        if (value >= 0xC0)
        {
            // As many bytes follow as there are ones behind the first.
            _bytesLeft = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
            _codePoint = value & (0x3Fu >> _bytesLeft);
            return 0;
        }

        _codePoint = (_codePoint << ContinuationBits) | (value & 0x3Fu);
        if (--_bytesLeft != 0)
        {
            return 0;
        }

        if (_codePoint <= char.MaxValue)
        {
            units[0] = (char)_codePoint;
            return 1;
        }

        // A surrogate pair: ten bits each (Unicode 16, section 3.9).
        var bits = _codePoint - 0x1_0000;
        units[0] = (char)(0xD800 | (bits >> 10));
        units[1] = (char)(0xDC00 | (bits & 0x3FF));
        return 2;
    }
}
