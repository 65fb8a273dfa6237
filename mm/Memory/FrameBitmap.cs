using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tarn.Memory;

/// <summary>Which frames are free, and which are ours at all: the pyramid of bits under <see cref="FrameAllocator"/>, where it is drawn.</summary>
/// <remarks>It lies at the start of its own memory, and its words behind it.</remarks>
internal unsafe struct FrameBitmap
{
    private const int WordBits = 64;
    private const int WordShift = 6;

    /// <summary>Levels above the free bits: a frame's number has 40 bits at most, a word tells 6 of them.</summary>
    private const int MaximumLevels = 6;

    /// <summary>Level 0: a bit for each frame, 1 for free.</summary>
    internal ulong* Free;

    /// <summary>A bit for each frame, 1 where it is ours to give.</summary>
    internal ulong* Owned;

    /// <summary>The word of <see cref="Free"/> that is being used up.</summary>
    internal ulong Current;

    /// <summary>One past the number of the last frame that has bits.</summary>
    internal ulong Limit;

    internal ulong FreeFrames;
    internal ulong TotalFrames;

    private int _levels;
    private fixed ulong _words[MaximumLevels];
    private fixed ulong _summaries[MaximumLevels];

    /// <summary>Bytes that the bitmap takes, itself included.</summary>
    internal readonly ulong Bytes
    {
        get
        {
            var words = 2 * WordsFor(Limit);
            for (var level = 0; level < _levels; level++)
            {
                words += _words[level];
            }

            return (ulong)sizeof(FrameBitmap) + (words * sizeof(ulong));
        }
    }

    /// <summary>Says how large a bitmap of frames up to <paramref name="limit"/> is. It has no memory yet.</summary>
    internal static FrameBitmap Plan(ulong limit)
    {
        FrameBitmap plan = default;
        plan.Limit = limit;
        var words = WordsFor(limit);
        do
        {
            words = WordsFor(words);
            plan._words[plan._levels++] = words;
        }
        while (words > 1);

        return plan;
    }

    /// <summary>Makes the bitmap that was planned; no frame in it is free or ours.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="memory">As many bytes as it says, with whatever contents; aligned to 8.</param>
    internal static FrameBitmap* Place(in FrameBitmap plan, byte* memory)
    {
        var bytes = plan.Bytes;
        for (ulong done = 0; done < bytes; done += int.MaxValue)
        {
            new Span<byte>(memory + done, (int)Math.Min(bytes - done, int.MaxValue)).Clear();
        }

        var bitmap = (FrameBitmap*)memory;
        *bitmap = plan;
        bitmap->Free = (ulong*)(bitmap + 1);
        bitmap->Owned = bitmap->Free + WordsFor(plan.Limit);
        var next = bitmap->Owned + WordsFor(plan.Limit);
        for (var level = 0; level < plan._levels; level++)
        {
            bitmap->_summaries[level] = (ulong)next;
            next += bitmap->_words[level];
        }

        return bitmap;
    }

    /// <summary>Makes frames ours, and free.</summary>
    /// <exception cref="InvalidOperationException">One of them is ours already.</exception>
    internal void AddRange(ulong start, ulong end)
    {
        while (start < end)
        {
            var mask = MaskOf(start, end, out var count);
            var index = start >> WordShift;
            if ((Owned[index] & mask) != 0)
            {
                throw new InvalidOperationException("Frames were added that the allocator has already.");
            }

            Owned[index] |= mask;
            Free[index] |= mask;
            MarkWordFilled(index);
            FreeFrames += count;
            TotalFrames += count;
            start += count;
        }
    }

    /// <summary>Takes frames away for good. They are free.</summary>
    internal void RemoveRange(ulong start, ulong count)
    {
        TakeRange(start, count);
        TotalFrames -= count;
        for (var end = start + count; start < end; start += count)
        {
            Owned[start >> WordShift] &= ~MaskOf(start, end, out count);
        }
    }

    /// <summary>Makes free frames taken.</summary>
    internal void TakeRange(ulong start, ulong count)
    {
        FreeFrames -= count;
        for (var end = start + count; start < end; start += count)
        {
            var index = start >> WordShift;
            Free[index] &= ~MaskOf(start, end, out count);
            if (Free[index] == 0)
            {
                MarkWordEmpty(index);
            }
        }
    }

    /// <summary>The first frame from <paramref name="number"/> on that is free, or that is not; <see cref="Limit"/> where there is none.</summary>
    internal readonly ulong NextFrame(ulong number, bool isFree)
    {
        while (number < Limit)
        {
            var word = Free[number >> WordShift];
            word = (isFree ? word : ~word) >> (int)(number & (WordBits - 1));
            if (word != 0)
            {
                return Math.Min(number + (uint)BitOperations.TrailingZeroCount(word), Limit);
            }

            number = (number | (WordBits - 1)) + 1;
        }

        return Limit;
    }

    /// <summary>Makes the lowest word with a free frame the current one: one bit scan for each level, from the top.</summary>
    /// <returns>False where no frame is free.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool TryFindWord()
    {
        ulong index = 0;
        for (var level = _levels - 1; level >= 0; level--)
        {
            var word = ((ulong*)_summaries[level])[index];
            if (word == 0)
            {
                return false;
            }

            index = (index << WordShift) + (uint)BitOperations.TrailingZeroCount(word);
        }

        Current = index;
        return true;
    }

    /// <summary>Notes that a word of <see cref="Free"/> has become zero.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void MarkWordEmpty(ulong index)
    {
        for (var level = 0; level < _levels; level++)
        {
            var word = (ulong*)_summaries[level] + (index >> WordShift);
            *word &= ~(1UL << (int)(index & (WordBits - 1)));
            if (*word != 0)
            {
                return;
            }

            index >>= WordShift;
        }
    }

    /// <summary>Notes that a word of <see cref="Free"/> is not zero any more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void MarkWordFilled(ulong index)
    {
        for (var level = 0; level < _levels; level++)
        {
            var word = (ulong*)_summaries[level] + (index >> WordShift);
            var before = *word;
            *word |= 1UL << (int)(index & (WordBits - 1));
            if (before != 0)
            {
                return;
            }

            index >>= WordShift;
        }
    }

    private static ulong WordsFor(ulong bits) => (bits + (WordBits - 1)) >> WordShift;

    /// <summary>The bits of the frames from <paramref name="start"/> on that are below <paramref name="end"/> and in the same word, and how many.</summary>
    private static ulong MaskOf(ulong start, ulong end, out ulong count)
    {
        var first = (int)(start & (WordBits - 1));
        count = Math.Min(end - start, (ulong)(WordBits - first));
        return (ulong.MaxValue >> (WordBits - (int)count)) << first;
    }
}
