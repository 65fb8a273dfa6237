namespace Tarn.Unwinding;

/// <summary>Reads what compiler and build wrote, and never beyond the end of it: there, everything is zero and <see cref="IsValid"/> false.</summary>
internal unsafe struct TableReader
{
    private readonly byte* _end;
    private byte* _at;

    /// <summary>A reader of a part of a table.</summary>
    /// <param name="range">The table.</param>
    /// <param name="at">Where to begin; outside of the table nothing can be read.</param>
    internal TableReader(MemoryRange range, byte* at)
    {
        var isInside = at >= range.Start && at <= range.End;
        _at = isInside ? at : (byte*)1;
        _end = isInside ? range.End : null;
    }

    private TableReader(byte* at, byte* end)
    {
        _at = at;
        _end = end;
    }

    /// <summary>Whether all that was read so far was there.</summary>
    internal readonly bool IsValid => _at <= _end;

    /// <summary>Whether there is another byte.</summary>
    internal readonly bool HasMore => _at < _end;

    /// <summary>The address of the next byte.</summary>
    internal readonly byte* Position => _at;

    /// <summary>A reader of the next bytes, which this one then skips.</summary>
    internal TableReader Take(ulong length)
    {
        var start = _at;
        if (!IsValid || length > (ulong)(_end - _at))
        {
            Fail();
            return this;
        }

        _at += length;
        return new TableReader(start, _at);
    }

    /// <summary>A reader of what is in front of an address, which is inside of what this one reads; else nothing can be read.</summary>
    internal readonly TableReader TakeUntil(byte* end) => new(_at, end >= _at && end <= _end ? end : null);

    internal byte ReadByte()
    {
        if (_at < _end)
        {
            return *_at++;
        }

        Fail();
        return 0;
    }

    internal ushort ReadUInt16() => TrySkip(sizeof(ushort)) ? *(ushort*)(_at - sizeof(ushort)) : (ushort)0;

    internal uint ReadUInt32() => TrySkip(sizeof(uint)) ? *(uint*)(_at - sizeof(uint)) : 0;

    /// <summary>A pointer as a signed 32-bit number, relative to where it stands; zero is null.</summary>
    internal byte* ReadRelative()
    {
        var position = _at;
        var distance = (int)ReadUInt32();
        return distance == 0 ? null : position + distance;
    }

    /// <summary>Unsigned LEB128 (DWARF 5, section 7.6). Bits beyond 64 are dropped.</summary>
    internal ulong ReadUnsigned()
    {
        ulong value = ReadByte();
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            var part = ReadByte();
            if (shift < 64)
            {
                value |= (ulong)(part & 0x7F) << shift;
            }

            if (part < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>Signed LEB128 (DWARF 5, section 7.6).</summary>
    internal long ReadSigned()
    {
        var start = _at;
        var value = ReadUnsigned();
        var bits = 7 * (int)(_at - start);
        return bits is > 0 and < 64 ? (long)(value << (64 - bits)) >> (64 - bits) : (long)value;
    }

    private void Fail() => _at = _end + 1;

    private bool TrySkip(int length)
    {
        if (_end - _at < length)
        {
            Fail();
            return false;
        }

        _at += length;
        return true;
    }
}
