namespace System;

/// <summary>The base of attributes. They guide the compilers; no image carries them, so there is nothing to read them with.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = true, AllowMultiple = false)]
public abstract class Attribute
{
    protected Attribute()
    {
    }
}
