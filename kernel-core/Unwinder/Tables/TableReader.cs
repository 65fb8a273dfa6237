namespace Tarn.Unwinding;

/// <summary>Reads what compiler and linker wrote, and never beyond the end of it: there, everything is zero and <see cref="IsValid"/> false.</summary>
internal unsafe struct TableReader
{
    private const int Overrun = -1;

    private readonly byte* _end;
    private byte* _at;

    /// <summary>A reader of a part of a table.</summary>
    /// <param name="range">The table.</param>
    /// <param name="at">Where to begin; outside of the table nothing can be read.</param>
    internal TableReader(MemoryRange range, byte* at)
    {
        _at = at;
        _end = at >= range.Start && at <= range.End ? range.End : at + Overrun;
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
        if (!IsValid || length > (ulong)(_end - _at))
        {
            Fail();
            return this;
        }

        var start = _at;
        _at += length;
        return new TableReader(start, _at);
    }

    internal byte ReadByte() => _at < _end ? *_at++ : (byte)Fail();

    internal ushort ReadUInt16() => Skip(sizeof(ushort)) ? *(ushort*)(_at - sizeof(ushort)) : (ushort)0;

    internal uint ReadUInt32() => Skip(sizeof(uint)) ? *(uint*)(_at - sizeof(uint)) : 0;

    internal ulong ReadUInt64() => Skip(sizeof(ulong)) ? *(ulong*)(_at - sizeof(ulong)) : 0;

    /// <summary>Unsigned LEB128 (DWARF 5, section 7.6). Bits beyond 64 are dropped.</summary>
    internal ulong ReadUnsigned()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = ReadByte();
            if (shift < 64)
            {
                value |= (ulong)(part & 0x7F) << shift;
            }

            if ((part & 0x80) == 0)
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

    /// <summary>A pointer, written as its encoding says (Linux Standard Base Core 5.0, section 10.5.1).</summary>
    /// <param name="encoding">The low four bits: which type of number; the others: what it is relative to.</param>
    /// <param name="dataBase">What data-relative pointers are relative to.</param>
    /// <returns>The pointer. Null is also what an encoding gives that nobody uses here; the reader is not valid after that.</returns>
    internal byte* ReadPointer(byte encoding, byte* dataBase)
    {
        var position = _at;
        var value = (encoding & 0x0F) switch
        {
            0x00 or 0x04 or 0x0C => ReadUInt64(),
            0x01 => ReadUnsigned(),
            0x02 => ReadUInt16(),
            0x03 => ReadUInt32(),
            0x09 => (ulong)ReadSigned(),
            0x0A => (ulong)(short)ReadUInt16(),
            0x0B => (ulong)(int)ReadUInt32(),
            _ => (ulong)Fail(),
        };
        return (encoding & 0xF0) switch
        {
            _ when value == 0 => null,
            0x00 => (byte*)value,
            0x10 => position + value,
            0x30 => dataBase + value,
            _ => (byte*)Fail(),
        };
    }

    /// <summary>Makes the reader one that has read too much.</summary>
    /// <returns>Zero.</returns>
    internal int Fail()
    {
        _at = _end - Overrun;
        return 0;
    }

    private bool Skip(int length)
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
