namespace System;

public readonly struct UInt64
{
    private readonly ulong _value;

    public const ulong MaxValue = 0xFFFF_FFFF_FFFF_FFFF;
    public const ulong MinValue = 0;
}
