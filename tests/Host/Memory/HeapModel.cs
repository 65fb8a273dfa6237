using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>
/// A shadow of an allocator's range: knows of each granule whether it is free, used or outside, and checks every answer against that.
/// </summary>
internal sealed unsafe class HeapModel
{
    private const byte Outside = 0, Free = 1, Used = 2;

    private readonly byte* _start;
    private readonly byte[] _granules;
    private int _length;
    private ulong _stamps;

    /// <summary>Starts with a range that is free.</summary>
    /// <param name="start">First byte.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="capacity">Bytes that it may grow to.</param>
    public HeapModel(byte* start, nuint size, nuint capacity)
    {
        _start = start;
        _granules = new byte[(int)(capacity / HeapGranule.Size)];
        Extend(size);
    }

    /// <summary>The blocks in use, in no order.</summary>
    public List<HeapBlock> Blocks { get; } = [];

    /// <summary>Bytes of the range.</summary>
    public nuint Size => (nuint)_length * HeapGranule.Size;

    /// <summary>Bytes in use, in whole granules.</summary>
    public nuint UsedBytes { get; private set; }

    /// <summary>Bytes from the range's start to the end of the highest block that there ever was.</summary>
    public nuint HighWaterMark { get; private set; }

    /// <summary>The same since all blocks were free last.</summary>
    public nuint HighestSinceEmpty { get; private set; }

    /// <summary>Bytes that it may still grow by.</summary>
    public nuint Growth => ((nuint)_granules.Length * HeapGranule.Size) - Size;

    /// <summary>Makes the range longer.</summary>
    public void Extend(nuint size)
    {
        var count = (int)(size / HeapGranule.Size);
        _granules.AsSpan(_length, count).Fill(Free);
        _length += count;
    }

    /// <summary>Checks a block that was handed out, takes it, and signs its memory.</summary>
    public void Take(void* address, nuint size, nuint alignment)
    {
        var offset = (nuint)((byte*)address - _start);
        if ((nuint)address % alignment != 0 || offset % HeapGranule.Size != 0)
        {
            Assert.Fail($"0x{(nuint)address:x} is misaligned for {alignment}");
        }

        var first = (int)(offset / HeapGranule.Size);
        var count = Granules(size);
        if (offset / HeapGranule.Size >= (nuint)_length || count > _length - first)
        {
            Assert.Fail($"{size} bytes at offset 0x{offset:x} escape from {Size}");
        }

        var granules = _granules.AsSpan(first, count);
        if (granules.ContainsAnyExcept(Free))
        {
            Assert.Fail($"{size} bytes at offset 0x{offset:x} overlap a block in use");
        }

        granules.Fill(Used);
        UsedBytes += (nuint)count * HeapGranule.Size;
        var end = offset + ((nuint)count * HeapGranule.Size);
        HighWaterMark = nuint.Max(HighWaterMark, end);
        HighestSinceEmpty = nuint.Max(HighestSinceEmpty, end);
        var block = new HeapBlock((nuint)address, size, alignment, ++_stamps);
        block.Sign();
        Blocks.Add(block);
    }

    /// <summary>Checks that a block's memory was left alone, and frees it.</summary>
    /// <param name="index">Its place among <see cref="Blocks"/>; another block comes there.</param>
    /// <returns>The block, for the allocator to free.</returns>
    public HeapBlock Return(int index)
    {
        var block = Blocks[index];
        if (!block.IsSigned)
        {
            Assert.Fail($"somebody wrote to the {block.Size} bytes at 0x{block.Address:x}");
        }

        Blocks[index] = Blocks[^1];
        Blocks.RemoveAt(Blocks.Count - 1);
        _granules.AsSpan((int)((block.Address - (nuint)_start) / HeapGranule.Size), Granules(block.Size)).Fill(Free);
        UsedBytes -= (nuint)Granules(block.Size) * HeapGranule.Size;
        if (Blocks.Count == 0)
        {
            HighestSinceEmpty = 0;
        }

        return block;
    }

    /// <summary>Whether free memory could hold a block, wherever.</summary>
    public bool HasRoomFor(nuint size, nuint alignment)
    {
        size = nuint.Max(size, 1);
        var granules = _granules.AsSpan(0, _length);
        for (var begin = granules.IndexOf(Free); begin >= 0 && begin < _length;)
        {
            var run = granules[begin..].IndexOf(Used);
            var end = run < 0 ? _length : begin + run;
            var free = (nuint)(end - begin) * HeapGranule.Size;
            var padding = HeapGranule.PaddingBefore((nuint)_start + ((nuint)begin * HeapGranule.Size), alignment);
            if (padding <= free && size <= free - padding)
            {
                return true;
            }

            var next = granules[end..].IndexOf(Free);
            begin = next < 0 ? -1 : end + next;
        }

        return false;
    }

    private static int Granules(nuint size) => (int)((nuint.Max(size, 1) + HeapGranule.Size - 1) / HeapGranule.Size);
}
