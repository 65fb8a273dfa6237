using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Allocators;

/// <summary>One bit for each granule of the range: whether free memory begins or ends there.</summary>
/// <remarks>
/// <para>
/// This is what blocks in use need no header for. Free memory that touches is always one block. So where a block in use begins, the bit
/// says whether the memory before it is free; and where it ends, whether the memory behind it is. To take a block out of free memory, or
/// to give it back, turns the bits at both its ends over, whatever lies around it:
/// </para>
/// <code>
///   granules      | free        | in use  | free  | in use      | free    |
///   bits            1 0 0 0 0 0   1 0 0 0   1 0 0   1 0 0 0 0 0   1 0 0 0   1
///   given back                    x         x
///                 | free                          | in use      | free    |
///   bits            1 0 0 0 0 0   0 0 0 0   0 0 0   1 0 0 0 0 0   1 0 0 0   1
/// </code>
/// <para>
/// The bits lie beside the range, 64 in a record. In DEBUG builds, the audit's bits for the same granules are in the record, too.
/// </para>
/// </remarks>
internal unsafe struct BoundaryMap
{
    /// <summary>Bytes of a record.</summary>
    internal const uint RecordSize = sizeof(ulong) + BlockAudit.RecordSize;

    private byte* _records;

    /// <summary>Bytes of all records.</summary>
    /// <param name="end">The range's end.</param>
    internal static nuint Size(nuint end) => ((end / BlockAudit.BytesPerRecord) + 1) * RecordSize;

    /// <summary>The bit of <paramref name="offset"/> in its record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Bit(nuint offset) => 1ul << (int)(offset / HeapGranule.Size);

    /// <summary>Starts with no bit set.</summary>
    /// <param name="records">Memory for the records.</param>
    /// <param name="end">The range's end.</param>
    internal void Initialize(byte* records, nuint end)
    {
        _records = records;
        Clear(0, end);
    }

    /// <summary>Covers a longer range, with no bit set in what is new.</summary>
    /// <param name="oldEnd">The range's end until now.</param>
    /// <param name="newEnd">The range's end from now on.</param>
    internal readonly void Extend(nuint oldEnd, nuint newEnd) => Clear((oldEnd / BlockAudit.BytesPerRecord) + 1, newEnd);

    /// <summary>The record with the bit of <paramref name="offset"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly ref ulong Record(nuint offset) => ref *(ulong*)(_records + (offset / BlockAudit.BytesPerRecord * RecordSize));

    /// <summary>Turns the bits at both ends of a block over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void Toggle(nuint start, nuint end)
    {
        // A copy of its own: the compiler must take it that writing a record may change the field.
        var map = this;
        var bit = Bit(start);
        map.Record(start) ^= bit;
        bit = Bit(end);
        map.Record(end) ^= bit;
    }

    /// <summary>Whether the bit at <paramref name="offset"/> is set.</summary>
    internal readonly bool IsSet(nuint offset) => (Record(offset) & Bit(offset)) != 0;

    /// <summary>
    /// The first set bit at or behind <paramref name="offset"/>; above <paramref name="end"/> where there is none up to that.
    /// </summary>
    internal readonly nuint NextSet(nuint offset, nuint end)
    {
        while (offset <= end && !IsSet(offset))
        {
            // A record without bits is passed in one step.
            offset = Record(offset) == 0 ? (offset | (BlockAudit.BytesPerRecord - 1)) + 1 : offset + HeapGranule.Size;
        }

        return offset;
    }

    /// <summary>Set bits in the whole map.</summary>
    /// <param name="end">The range's end.</param>
    internal readonly nuint CountSet(nuint end)
    {
        nuint count = 0;
        for (nuint record = 0; record <= end / BlockAudit.BytesPerRecord; record++)
        {
            count += (nuint)BitOperations.PopCount(Record(record * BlockAudit.BytesPerRecord));
        }

        return count;
    }

    private readonly void Clear(nuint firstRecord, nuint end)
    {
        var endRecord = (end / BlockAudit.BytesPerRecord) + 1;
        new Span<byte>(_records + (firstRecord * RecordSize), (int)((endRecord - firstRecord) * RecordSize)).Clear();
    }
}
