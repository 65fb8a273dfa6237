namespace System;

/// <summary>What <c>ldtoken</c> makes of a field. ILC replaces the uses that array initialisers make of it.</summary>
public readonly struct RuntimeFieldHandle
{
    private readonly nint _value;

    internal RuntimeFieldHandle(nint value)
    {
        _value = value;
    }

    public nint Value => _value;
}
