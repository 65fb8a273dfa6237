using System;

namespace Tarn.Kernel;

/// <summary>Knows, in DEBUG builds, which blocks of a heap are in use, so that a wrong <c>Free</c> is caught where it happens.</summary>
/// <remarks>
/// <para>
/// Two bits for each granule, in the bookkeeping memory beside the range: "a block in use starts here" and "a block in use ends here". In
/// other builds it wants no memory and its methods are empty. It belongs inside an allocator, which tells it of every block.
/// </para>
/// <code>
///   one record for each 1,024 bytes of the range:
///   | ...whatever the allocator keeps there... | starts (64 bits) | ends (64 bits) |
/// </code>
/// </remarks>
public unsafe struct BlockAudit
{
#if DEBUG
    /// <summary>Bytes of a record that belong to the audit; 0 where it is not enabled.</summary>
    public const uint RecordSize = 2 * sizeof(ulong);
#else
    /// <summary>Bytes of a record that belong to the audit; 0 where it is not enabled.</summary>
    public const uint RecordSize = 0;
#endif

    /// <summary>Bytes of the range that one record covers.</summary>
    public const uint BytesPerRecord = 64 * HeapGranule.Size;

    private byte* _start;
    private nuint _size;
    private byte* _records;
    private nuint _stride;

    /// <summary>Whether blocks are audited in this build.</summary>
    public static bool IsEnabled => RecordSize != 0;

    /// <summary>Bytes of bookkeeping for a range, where the audit's are the only records.</summary>
    /// <param name="rangeSize">Bytes of the range.</param>
    public static nuint BookkeepingSize(nuint rangeSize) => RecordsFor(rangeSize) * RecordSize;

    /// <summary>Records that cover a range.</summary>
    /// <param name="rangeSize">Bytes of the range.</param>
    public static nuint RecordsFor(nuint rangeSize) => (rangeSize / BytesPerRecord) + (rangeSize % BytesPerRecord == 0 ? 0u : 1u);

    /// <summary>Starts on a range in which nothing is in use.</summary>
    /// <param name="start">First byte of the range.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="records">The first record's part for the audit.</param>
    /// <param name="stride">Bytes from one record to the next.</param>
    public void Initialize(byte* start, nuint size, byte* records, nuint stride)
    {
        if (!IsEnabled)
        {
            return;
        }

        _start = start;
        _size = 0;
        _records = records;
        _stride = stride;
        Extend(size);
    }

    /// <summary>Lengthens the range.</summary>
    /// <param name="size">Bytes that come on top of it.</param>
    public void Extend(nuint size)
    {
        if (!IsEnabled)
        {
            return;
        }

        for (var record = RecordsFor(_size); record < RecordsFor(_size + size); record++)
        {
            Starts(record * BytesPerRecord) = 0;
            Ends(record * BytesPerRecord) = 0;
        }

        _size += size;
    }

    /// <summary>Notes that a block is in use from now on.</summary>
    /// <param name="block">The block, or null: nothing happens then.</param>
    /// <param name="size">Bytes as they were asked for.</param>
    public readonly void Taken(void* block, nuint size)
    {
        if (!IsEnabled || block is null)
        {
            return;
        }

        var offset = (nuint)((byte*)block - _start);
        Starts(offset) |= Bit(offset);
        var last = LastOffset(offset, size);
        Ends(last) |= Bit(last);
    }

    /// <summary>Checks that a block is in use with that size, and notes that it no longer is.</summary>
    /// <param name="block">The block.</param>
    /// <param name="size">Bytes as they were asked for.</param>
    /// <exception cref="HeapMisuseException">It is not.</exception>
    public readonly void Returned(void* block, nuint size)
    {
        if (!IsEnabled)
        {
            return;
        }

        var offset = (nuint)((byte*)block - _start);
        if (offset >= _size || !HeapGranule.IsMultiple(offset))
        {
            throw new HeapMisuseException(HeapMisuse.ForeignPointer, (nuint)block);
        }

        if ((Starts(offset) & Bit(offset)) == 0)
        {
            throw new HeapMisuseException(HeapMisuse.NotInUse, (nuint)block);
        }

        var last = offset;
        while ((Ends(last) & Bit(last)) == 0)
        {
            last += HeapGranule.Size;
        }

        if (size > _size || last != LastOffset(offset, size))
        {
            throw new HeapMisuseException(HeapMisuse.WrongSize, (nuint)block);
        }

        Starts(offset) &= ~Bit(offset);
        Ends(last) &= ~Bit(last);
    }

    /// <summary>Whether a block in use starts or ends in a stretch of the range. Always false where the audit is not enabled.</summary>
    /// <param name="start">First byte, on a granule.</param>
    /// <param name="size">Bytes, in granules.</param>
    public readonly bool IsAnyInUse(byte* start, nuint size)
    {
        if (!IsEnabled)
        {
            return false;
        }

        var first = (nuint)(start - _start);
        for (var offset = first; offset < first + size; offset += HeapGranule.Size)
        {
            if (((Starts(offset) | Ends(offset)) & Bit(offset)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Blocks in use; 0 where the audit is not enabled.</summary>
    public readonly nuint CountInUse()
    {
        nuint count = 0;
        for (nuint offset = 0; IsEnabled && offset < _size; offset += HeapGranule.Size)
        {
            count += (Starts(offset) & Bit(offset)) == 0 ? 0u : 1u;
        }

        return count;
    }

    private static nuint LastOffset(nuint offset, nuint size) => offset + HeapGranule.RoundUp(size == 0 ? 1 : size) - HeapGranule.Size;

    private static ulong Bit(nuint offset) => 1ul << (int)(offset / HeapGranule.Size % 64);

    private readonly ref ulong Starts(nuint offset) => ref *(ulong*)(_records + (offset / BytesPerRecord * _stride));

    private readonly ref ulong Ends(nuint offset) => ref *(ulong*)(_records + (offset / BytesPerRecord * _stride) + sizeof(ulong));
}
