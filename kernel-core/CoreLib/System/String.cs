namespace System;

public sealed class String
{
    private readonly int _stringLength;
    private char _firstChar;

    public int Length => _stringLength;

    internal ref char GetRawStringData() => ref _firstChar;
}
