using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tarn.Collecting;

/// <remarks>
/// Marking. The stack has objects that are marked, and whose references have not been looked at. Of an array it may have the rest of one: two
/// words, where to go on and, on top, the array with its lowest bit set. Where the stack is full, an object is marked and left at that, and
/// the range in which such objects lie is remembered; when the stack is empty, all marked objects in it are looked at again.
/// </remarks>
public unsafe partial struct ObjectHeap
{
    /// <summary>Bytes of an array that are looked at before what they refer to.</summary>
    private const nuint SliceSize = 1024;

    private const nuint IsRestOfArray = 1;

    /// <summary>Marks what a reference refers to. Null, and what is not in the range, are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mark(nuint reference)
    {
        var offset = reference - _start;
        if (offset >= _length)
        {
            return;
        }

        ref var word = ref _marks[offset / BytesOfWord];
        var bit = 1UL << (int)(offset / BytesOfBit);
        if ((word & bit) == 0)
        {
            word |= bit;
            _hasMarked = true;
            if (ObjectShape.HasReferences(reference))
            {
                Push(reference);
            }
        }
    }

    /// <summary>Marks what the words of a piece of memory may point at or into: where nobody knows which are references.</summary>
    /// <param name="start">The first word.</param>
    /// <param name="end">The one behind the last.</param>
    public void MarkConservatively(nuint* start, nuint* end)
    {
        for (var word = start; word < end; word++)
        {
            if (*word - _start < _length)
            {
                MarkConservatively(*word);
            }
        }
    }

    /// <summary>Marks what the words of a piece of memory are references to: addresses into objects do not count.</summary>
    /// <param name="start">The first word.</param>
    /// <param name="end">The one behind the last.</param>
    public void MarkReferences(nuint* start, nuint* end)
    {
        for (var word = start; word < end; word++)
        {
            var offset = *word - _start;
            if (offset < _length && offset % BytesOfBit == 0 && (_objects[offset / BytesOfWord] & (1UL << (int)(offset / BytesOfBit))) != 0)
            {
                Mark(*word);
            }
        }
    }

    /// <summary>Marks what a word may point at or into.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void MarkConservatively(nuint word)
    {
        var reference = Find(word);
        if (reference != 0)
        {
            Mark(reference);
        }
    }

    /// <summary>Marks all that is reachable from what is marked.</summary>
    public void Drain()
    {
        while (true)
        {
            DrainStack();
            if (_leftFirst == _leftEnd)
            {
                return;
            }

            ScanLeft();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Push(nuint reference)
    {
        if (_depth < _capacity)
        {
            _stack[_depth++] = reference;
        }
        else
        {
            Leave(reference);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Leave(nuint reference)
    {
        _leftFirst = _leftFirst == _leftEnd ? reference : Math.Min(_leftFirst, reference);
        _leftEnd = Math.Max(_leftEnd, reference + 1);
    }

    /// <summary>Looks at all marked objects among which are those that found no room on the stack.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ScanLeft()
    {
        var first = _leftFirst - _start;
        var last = _leftEnd - 1 - _start;
        _leftFirst = _leftEnd = 0;
        _overflows++;
        for (var index = first / BytesOfWord; index <= last / BytesOfWord; index++)
        {
            for (var marks = _marks[index]; marks != 0; marks &= marks - 1)
            {
                var reference = _start + (index * BytesOfWord) + ((nuint)BitOperations.TrailingZeroCount(marks) * BytesOfBit);
                if (ObjectShape.HasReferences(reference))
                {
                    Scan(reference);
                    DrainStack();
                }
            }
        }
    }

    private void DrainStack()
    {
        while (_depth > 0)
        {
            var top = _stack[--_depth];
            if ((top & IsRestOfArray) != 0)
            {
                ScanArray(top - IsRestOfArray, _stack[--_depth]);
            }
            else
            {
                Scan(top);
            }
        }
    }

    /// <summary>Looks at the references in an object that has some.</summary>
    private void Scan(nuint reference)
    {
        var type = *(nint**)reference;
        var series = type[-1];
        if (ObjectShape.IsArray(reference))
        {
            ScanArray(reference, reference + (nuint)type[-2]);
            return;
        }

        nuint size = ((uint*)type)[1];
        for (var entry = type - 3; series > 0; series--, entry -= 2)
        {
            var slot = (nuint*)(reference + (nuint)entry[1]);
            var end = (nuint*)((nuint)slot + (nuint)entry[0] + size);
            for (; slot < end; slot++)
            {
                Mark(*slot);
            }
        }
    }

    /// <summary>Looks at a slice of an array, and leaves the rest for later.</summary>
    private void ScanArray(nuint reference, nuint from)
    {
        var type = *(nint**)reference;
        var end = reference + ObjectShape.SizeOf(reference) - ObjectShape.HeaderSize;
        var series = type[-1];
        if (end - from > SliceSize && _depth + 2 <= _capacity)
        {
            var slice = SliceSize;
            if (series < 0)
            {
                // Whole elements: at least one.
                var element = (nuint)(*(uint*)type & 0xFFFF);
                slice = Math.Max(element, SliceSize / element * element);
            }

            if (end - from > slice)
            {
                _stack[_depth++] = from + slice;
                _stack[_depth++] = reference + IsRestOfArray;
                end = from + slice;
            }
        }

        if (series > 0)
        {
            for (var slot = (nuint*)from; slot < (nuint*)end; slot++)
            {
                Mark(*slot);
            }

            return;
        }

        var pairs = (uint*)(type - 3);
        while (from < end)
        {
            for (nint pair = 0; pair > series; pair--)
            {
                var item = pairs + (2 * pair);
                for (var count = item[0]; count > 0; count--)
                {
                    Mark(*(nuint*)from);
                    from += (nuint)sizeof(nuint);
                }

                from += item[1];
            }
        }
    }
}
