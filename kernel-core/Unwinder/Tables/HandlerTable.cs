using System.Runtime.CompilerServices;

namespace Tarn.Unwinding;

/// <summary>The handlers of a method, innermost first. The table of functions leads to them.</summary>
/// <remarks>
/// <code>
///   clauses           a number; then for each
///     start of try    bytes from the method's start
///     length and kind the length times 4, and the kind (<see cref="HandlerKind"/>) below it
///     handler         bytes from the method's start
///     type or filter  Catch: a method table, 4, relative to here; Filter: bytes from the method's start
/// </code>
/// Numbers without a size have 1 to 5 bytes: the ones at the low end of the first byte tell how many follow it. ILC puts the clauses among the data.
/// Source: ILC 10.0 (dotnet/runtime, <c>UnixNativeCodeManager.cpp</c>, <c>varint.h</c>).
/// </remarks>
internal unsafe struct HandlerTable
{
    /// <summary>The index of no clause.</summary>
    internal const uint NoClause = uint.MaxValue;

    private const byte KindMask = 0x03;

    private readonly ulong _start;
    private readonly uint _offset;
    private TableReader _reader;
    private uint _index, _count;

    // The clause that was thrown out of, and its try block, once it has been read.
    private uint _after, _afterStart, _afterEnd;

    private HandlerTable(TableReader reader, ulong start, ulong address, uint after)
    {
        _reader = reader;
        _start = start;
        _offset = (uint)(address - start);
        _after = after;
        _count = ReadNumber();
    }

    /// <summary>Opens the handlers of the method that a frame belongs to.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="description">The frame's function: the method, or one of its funclets.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="after">The clause whose handler was thrown out of: it and those before it are not read, nor others of its try block.
    /// <see cref="NoClause"/> to read all.</param>
    /// <param name="handlers">The handlers.</param>
    /// <returns>Whether it has any.</returns>
    internal static bool TryOpen(
        in UnwindTables tables, in FrameDescription description, in Registers frame, uint after, out HandlerTable handlers)
    {
        if (description.Clauses is null)
        {
            handlers = default;
            return false;
        }

        handlers = new HandlerTable(new TableReader(tables.Clauses, description.Clauses), description.MethodStart, frame.Address, after);
        return true;
    }

    /// <summary>Reads up to the next clause whose try block the frame is in.</summary>
    /// <returns>Whether there is one, and all before it are well formed.</returns>
    internal bool TryReadCovering(out HandlerClause clause)
    {
        clause = default;
        while (_index < _count)
        {
            clause.Index = _index++;
            var tryStart = ReadNumber();
            var lengthAndKind = ReadNumber();
            var tryEnd = tryStart + (lengthAndKind >> 2);
            clause.Kind = (HandlerKind)(lengthAndKind & KindMask);
            clause.Handler = _start + ReadNumber();
            switch (clause.Kind)
            {
                case HandlerKind.Catch:
                    clause.Type = _reader.ReadRelative();
                    break;
                case HandlerKind.Filter:
                    clause.Filter = _start + ReadNumber();
                    break;
                case HandlerKind.Finally:
                    break;
                default:
                    return false;
            }

            if (!_reader.IsValid)
            {
                return false;
            }

            if (!IsSkipped(clause.Index, tryStart, tryEnd) && _offset >= tryStart && _offset < tryEnd)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSkipped(uint index, uint tryStart, uint tryEnd)
    {
        if (_after == NoClause)
        {
            return false;
        }

        if (index <= _after)
        {
            _afterStart = tryStart;
            _afterEnd = tryEnd;
            return true;
        }

        if (tryStart == _afterStart && tryEnd == _afterEnd)
        {
            return true;
        }

        _after = NoClause;
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint ReadNumber()
    {
        uint value = _reader.ReadByte();
        if ((value & 1) == 0)
        {
            return value >> 1;
        }

        if ((value & 2) == 0)
        {
            return value >> 2 | (uint)_reader.ReadByte() << 6;
        }

        if ((value & 4) == 0)
        {
            return value >> 3 | (uint)_reader.ReadUInt16() << 5;
        }

        if ((value & 8) == 0)
        {
            value = value >> 4 | (uint)_reader.ReadUInt16() << 4;
            return value | (uint)_reader.ReadByte() << 20;
        }

        return _reader.ReadUInt32();
    }
}
