namespace Tarn.Unwinding;

/// <summary>The handlers of a method, innermost first. A block of <c>.dotnet_eh_table</c> leads to them.</summary>
/// <remarks>
/// <code>
///   block of a method                    block of a funclet (a handler or a filter)
///     flags             1                  flags                                 1
///     associated data   4, if 0x10         the method's block, relative to here  4
///     clauses           4, if 0x04:        bytes from the method's start         4
///                       relative to here
///
///   clauses           a number; then for each
///     start of try    bytes from the method's start
///     length and kind the length times 4, and the kind (<see cref="HandlerKind"/>) below it
///     handler         bytes from the method's start
///     type or filter  Catch: a method table, 4, relative to here; Filter: bytes from the method's start
/// </code>
/// Numbers without a size have 1 to 5 bytes: the ones at the low end of the first byte tell how many follow it. GC information stands behind what
/// is read here. Source: ILC 10.0 (dotnet/runtime, <c>UnixNativeCodeManager.cpp</c>, <c>varint.h</c>).
/// </remarks>
internal unsafe struct HandlerTable
{
    private const byte KindMask = 0x03, HasClauses = 0x04, HasAssociatedData = 0x10;

    private readonly ulong _start;
    private TableReader _reader;
    private uint _remaining;

    private HandlerTable(TableReader reader, ulong start)
    {
        _reader = reader;
        _start = start;
        _remaining = ReadNumber();
    }

    /// <summary>Opens the handlers of the method that a frame belongs to.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="description">The frame's function: the method, or one of its funclets.</param>
    /// <param name="handlers">The handlers.</param>
    /// <param name="methodStart">The method's first byte.</param>
    /// <returns>Whether it has any.</returns>
    internal static bool TryOpen(in UnwindTables tables, in FrameDescription description, out HandlerTable handlers, out ulong methodStart)
    {
        handlers = default;
        methodStart = description.Start;
        if (description.Handlers is null)
        {
            return false;
        }

        var reader = new TableReader(tables.Handlers, description.Handlers);
        var flags = reader.ReadByte();
        if ((flags & KindMask) != 0)
        {
            var method = ReadRelative(ref reader);
            methodStart -= (ulong)(long)(int)reader.ReadUInt32();
            reader = new TableReader(tables.Handlers, method);
            flags = reader.ReadByte();
        }

        if ((flags & HasAssociatedData) != 0)
        {
            reader.ReadUInt32();
        }

        if ((flags & HasClauses) == 0)
        {
            return false;
        }

        var clauses = ReadRelative(ref reader);
        handlers = new HandlerTable(new TableReader(tables.Clauses, clauses), methodStart);
        return reader.IsValid && handlers._reader.IsValid;
    }

    /// <summary>Reads the next clause.</summary>
    /// <returns>Whether there is one, and it is well formed.</returns>
    internal bool TryRead(out HandlerClause clause)
    {
        clause = default;
        if (_remaining == 0)
        {
            return false;
        }

        _remaining--;
        clause.TryStart = ReadNumber();
        var lengthAndKind = ReadNumber();
        clause.TryEnd = clause.TryStart + (lengthAndKind >> 2);
        clause.Kind = (HandlerKind)(lengthAndKind & KindMask);
        clause.Handler = _start + ReadNumber();
        switch (clause.Kind)
        {
            case HandlerKind.Catch:
                clause.Type = ReadRelative(ref _reader);
                break;
            case HandlerKind.Filter:
                clause.Filter = _start + ReadNumber();
                break;
        }

        return _reader.IsValid && clause.Kind <= HandlerKind.Filter;
    }

    private static byte* ReadRelative(ref TableReader reader)
    {
        var position = reader.Position;
        return position + (int)reader.ReadUInt32();
    }

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
