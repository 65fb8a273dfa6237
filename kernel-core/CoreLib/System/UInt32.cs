namespace System;

public readonly struct UInt32
{
    private readonly uint _value;

    public const uint MaxValue = 0xFFFF_FFFF;
    public const uint MinValue = 0;
}
