using System.Runtime.CompilerServices;

namespace System;

public readonly struct Range : IEquatable<Range>
{
    public Range(Index start, Index end)
    {
        Start = start;
        End = end;
    }

    public static Range All => new(Index.Start, Index.End);

    public Index Start { get; }

    public Index End { get; }

    public static Range StartAt(Index start) => new(start, Index.End);

    public static Range EndAt(Index end) => new(Index.Start, end);

    /// <exception cref="ArgumentOutOfRangeException">
    /// The range does not lie within a sequence of <paramref name="length"/> elements.
    /// </exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Offset, int Length) GetOffsetAndLength(int length)
    {
        var start = Start.GetOffset(length);
        var end = End.GetOffset(length);
        if ((uint)end > (uint)length || (uint)start > (uint)end)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(length));
        }

        return (start, end - start);
    }

    public bool Equals(Range other) => Start.Equals(other.Start) && End.Equals(other.End);

    public override bool Equals(object? value) => value is Range other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Start.GetHashCode(), End.GetHashCode());

    public override string ToString() => string.Concat(Start.ToString(), "..", End.ToString());
}
