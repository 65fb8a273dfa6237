namespace System;

/// <summary>What is written of a moment.</summary>
/// <param name="ticks">Ticks since the start of year 1, by the clock on the wall.</param>
/// <param name="kind">What the moment says of its zone.</param>
/// <param name="offset">How far the clock on the wall is ahead of universal time, or null where only the kind says.</param>
internal readonly struct DateTimeParts(long ticks, DateTimeKind kind, TimeSpan? offset)
{
    public readonly long Ticks = ticks;
    public readonly DateTimeKind Kind = kind;
    public readonly TimeSpan? Offset = offset;

    /// <summary>The same moment by the clock of universal time.</summary>
    public DateTimeParts Universal => new(Ticks - Offset.GetValueOrDefault().Ticks, DateTimeKind.Utc, Offset is null ? null : TimeSpan.Zero);
}
