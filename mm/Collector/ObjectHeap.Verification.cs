using System.Numerics;

namespace Tarn.Collecting;

/// <remarks>Verification: for tests, and for who suspects that something has written where it should not.</remarks>
public unsafe partial struct ObjectHeap
{
    /// <summary>Looks for what cannot be: objects that overlap, a type that is none, a word of the third bitmap that is wrong, a mark outside of a collection.</summary>
    /// <param name="typesStart">Where the image's types are: the first byte.</param>
    /// <param name="typesEnd">The one behind the last.</param>
    /// <returns>Where the first fault is: an address of an object or of the range; 0 where there is none.</returns>
    public readonly nuint FindFault(nuint typesStart, nuint typesEnd)
    {
        nuint free = _start;
        var words = _length / BytesOfWord;
        for (nuint index = 0; index < words; index++)
        {
            var place = _start + (index * BytesOfWord);
            var isNoted = (_summary[index / 64] & (1UL << (int)index)) != 0;
            if (_marks[index] != 0 || (isNoted && _objects[index] == 0))
            {
                return place;
            }

            for (var objects = _objects[index]; objects != 0; objects &= objects - 1)
            {
                var reference = place + ((nuint)BitOperations.TrailingZeroCount(objects) * BytesOfBit);
                var type = *(nuint*)reference;
                if (reference - ObjectShape.HeaderSize < free || type < typesStart || type >= typesEnd || type % 8 != 0)
                {
                    return reference;
                }

                free = reference - ObjectShape.HeaderSize + ObjectShape.SizeOf(reference);
                if (free > _start + _length || ObjectShape.SizeOf(reference) < 24)
                {
                    return reference;
                }
            }
        }

        return 0;
    }
}
