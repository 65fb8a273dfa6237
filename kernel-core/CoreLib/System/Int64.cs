namespace System;

public readonly struct Int64
{
    private readonly long _value;

    public const long MaxValue = 0x7FFF_FFFF_FFFF_FFFF;
    public const long MinValue = unchecked((long)0x8000_0000_0000_0000);
}
