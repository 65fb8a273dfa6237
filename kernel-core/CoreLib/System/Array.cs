namespace System;

public abstract class Array
{
    internal int _numComponents;

    public int Length => _numComponents;
}

internal class Array<T> : Array { }
