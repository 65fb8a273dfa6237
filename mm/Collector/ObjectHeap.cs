using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Collecting;

/// <summary>Which blocks of a heap are objects, and which of those are reachable: marks them, and sweeps the others.</summary>
/// <remarks>
/// <para>
/// It knows objects by two bitmaps, with a bit for every eight bytes of the heap's range: one for where objects are (where references to
/// them point), one for the marks. A third has a bit for every word of the first that is not zero, which makes the way short over long
/// objects and stretches without objects. Blocks that are no objects have no bits, and are never swept.
/// </para>
/// <code>
///   Memory                                                       bytes of a range of n bytes
///   | objects | marks | words of objects that are not 0 | mark stack |
///     n / 64    n / 64   n / 4096                         as told
/// </code>
/// <para>
/// One caller at a time, and no interrupt handler. It must lie where it does not move and must not be copied. Nothing here allocates, and
/// nothing recurses. Interrupts may come at any time: what they may do to objects, docs/collector.md says.
/// </para>
/// </remarks>
public unsafe partial struct ObjectHeap
{
    private const int BytesOfBit = 8, BytesOfWord = 512;

    private nuint _start;

    /// <summary>Bytes of the range that the bitmaps are there for; 0 until the heap has its place.</summary>
    private nuint _length;

    private ulong* _objects;
    private ulong* _marks;
    private ulong* _summary;

    private nuint* _stack;
    private int _capacity;
    private int _depth;

    /// <summary>Bounds of the objects that found no room on the stack; equal where there is none.</summary>
    private nuint _leftFirst, _leftEnd;

    private ulong _overflows;
    private bool _hasMarked;

    /// <summary>Gives it its place.</summary>
    /// <param name="start">The first byte of the heap's range; a multiple of 8.</param>
    /// <param name="bitmaps">Where the bitmaps are: room for those of the largest length, of which <see cref="Extend"/> says how much is there.</param>
    /// <param name="marks">The same for the marks.</param>
    /// <param name="summary">The same for the words that are not zero.</param>
    /// <param name="stack">The mark stack.</param>
    /// <param name="stackLength">Bytes of it: at least 64.</param>
    public void Initialize(void* start, void* bitmaps, void* marks, void* summary, void* stack, nuint stackLength)
    {
        _start = (nuint)start;
        _objects = (ulong*)bitmaps;
        _marks = (ulong*)marks;
        _summary = (ulong*)summary;
        _stack = (nuint*)stack;
        _capacity = (int)(stackLength / (nuint)sizeof(nuint));
        _length = 0;
    }

    /// <summary>Bytes of the range that have bitmaps.</summary>
    public readonly nuint Length => _length;

    /// <summary>Says that the bitmaps are there, all zero where they are new, for a longer range; or for a shorter one, behind which is no object.</summary>
    /// <param name="length">Bytes of the range; a multiple of 512.</param>
    public void Extend(nuint length) => _length = length;

    /// <summary>Notes that a block is an object from now on. Nothing that is not in the range is noted.</summary>
    /// <param name="block">The block's first byte, which is that of the object's header.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note(void* block)
    {
        var offset = (nuint)block + ObjectShape.HeaderSize - _start;
        if (offset >= _length)
        {
            return;
        }

        var word = offset / BytesOfWord;
        var objects = _objects[word];
        _objects[word] = objects | (1UL << (int)(offset / BytesOfBit));
        if (objects == 0)
        {
            _summary[word / 64] |= 1UL << (int)word;
        }
    }

    /// <summary>The same in fewer instructions, for each <c>new</c>: the third bitmap is not told, but made anew when a collection begins.</summary>
    /// <param name="block">The block's first byte; of a block of the range.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void NoteQuickly(void* block)
    {
        var offset = (nuint)block + ObjectShape.HeaderSize - _start;
        _objects[offset / BytesOfWord] |= 1UL << (int)(offset / BytesOfBit);
    }

    /// <summary>Whether a reference is one to an object of the range that is not marked: one that will be swept.</summary>
    public readonly bool IsDead(nuint reference)
    {
        var offset = reference - _start;
        return offset < _length && (_marks[offset / BytesOfWord] & (1UL << (int)(offset / BytesOfBit))) == 0;
    }

    /// <summary>The object that a word may point at or into; 0 where there is none. One that <see cref="NoteQuickly"/> noted is found from the next collection
    /// on.</summary>
    public readonly nuint Find(nuint word)
    {
        var offset = word - _start;
        if (offset >= _length)
        {
            return 0;
        }

        var index = offset / BytesOfWord;
        var bits = _objects[index] & (ulong.MaxValue >> (63 - (int)(offset / BytesOfBit % 64)));
        if (bits == 0)
        {
            if (!TryFindBefore(index, out index))
            {
                return 0;
            }

            bits = _objects[index];
        }

        var found = _start + (index * BytesOfWord) + ((nuint)BitOperations.Log2(bits) * BytesOfBit);

        // As in .NET, an address directly behind an object is none of the object. (Heaps have such addresses: of the free block behind it.)
        return word - found < ObjectShape.SizeOf(found) - ObjectShape.HeaderSize ? found : 0;
    }

    /// <summary>The last word of the bitmap before another that is not zero.</summary>
    private readonly bool TryFindBefore(nuint index, out nuint found)
    {
        var group = index / 64;
        var bits = _summary[group] & ((1UL << (int)index) - 1);
        while (bits == 0)
        {
            if (group == 0)
            {
                found = 0;
                return false;
            }

            bits = _summary[--group];
        }

        found = (group * 64) + (nuint)BitOperations.Log2(bits);
        return true;
    }

    /// <summary>Collects: marks what is reachable, and gives the blocks of all other objects back.</summary>
    /// <param name="roots">Where references begin.</param>
    /// <typeparam name="TRoots">What knows that.</typeparam>
    public CollectionResult Collect<TRoots>(ref TRoots roots)
        where TRoots : struct, ICollectionRoots
    {
        _overflows = 0;
        RenewSummary();
        roots.MarkRoots(ref this);
        Drain();
        bool hasMarked;
        do
        {
            _hasMarked = false;
            roots.MarkLateRoots(ref this);
            hasMarked = _hasMarked;
            Drain();
        }
        while (hasMarked);

        roots.OnMarked(ref this);
        Drain();
        return Sweep(ref roots);
    }

    /// <summary>Makes the third bitmap from the first.</summary>
    private readonly void RenewSummary()
    {
        var words = _length / BytesOfWord;
        for (nuint first = 0; first < words; first += 64)
        {
            var bits = 0UL;
            var objects = _objects + first;
            var count = (int)Math.Min(words - first, 64);
            for (var index = 0; index < count; index++)
            {
                if (objects[index] != 0)
                {
                    bits |= 1UL << index;
                }
            }

            _summary[first / 64] = bits;
        }
    }

    private CollectionResult Sweep<TRoots>(ref TRoots roots)
        where TRoots : struct, ICollectionRoots
    {
        ulong liveObjects = 0, sweptObjects = 0, sweptBytes = 0;
        var groups = ((_length / BytesOfWord) + 63) / 64;
        for (nuint group = 0; group < groups; group++)
        {
            var summary = _summary[group];
            for (var words = summary; words != 0; words &= words - 1)
            {
                var bit = BitOperations.TrailingZeroCount(words);
                var index = (group * 64) + (nuint)bit;
                var objects = _objects[index];
                var marks = _marks[index];
                var place = _start + (index * BytesOfWord);
                liveObjects += (ulong)BitOperations.PopCount(marks);

                // The bits go first, so that at no time a bit says of a free block that it is an object.
                _objects[index] = marks;
                _marks[index] = 0;
                if (marks == 0)
                {
                    summary &= ~(1UL << bit);
                }

                for (var dead = objects & ~marks; dead != 0; dead &= dead - 1)
                {
                    var reference = place + ((nuint)BitOperations.TrailingZeroCount(dead) * BytesOfBit);
                    var size = ObjectShape.SizeOf(reference);
                    sweptObjects++;
                    sweptBytes += size;
                    roots.Free((void*)(reference - ObjectShape.HeaderSize), size);
                }
            }

            _summary[group] = summary;
        }

        return new CollectionResult
        {
            LiveObjects = liveObjects,
            SweptObjects = sweptObjects,
            SweptBytes = sweptBytes,
            Overflows = _overflows,
        };
    }
}
