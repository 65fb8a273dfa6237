using Internal.Runtime;

namespace System;

/// <summary>The root of every class. An object is a pointer to its <see cref="MethodTable"/>, then its fields; the word at -8 is the header.</summary>
public unsafe class Object
{
    // Found by name by the compiler.
    internal MethodTable* m_pEEType;

    public Object()
    {
    }

    ~Object()
    {
    }

    public virtual bool Equals(object? obj) => ReferenceEquals(this, obj);

    public virtual int GetHashCode() => 0;

    public virtual string? ToString() => "object";

    public static bool ReferenceEquals(object? objA, object? objB) => objA == objB;
}
