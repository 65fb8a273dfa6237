using Internal.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>
/// The root of every class. A reference points at the <see cref="MethodTable"/> pointer, the fields follow; the eight bytes before it are
/// the object's header, which a lock uses (<see cref="Threading.Monitor"/>).
/// </summary>
public unsafe class Object
{
    // Found by name by the compiler (tests/Contract).
    internal MethodTable* m_pEEType;

    public Object()
    {
    }

    ~Object()
    {
    }

    public virtual bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <summary>A hash of the object's identity. Objects do not move, so it is made from the address and needs no memory.</summary>
    public virtual int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>The full name of the type.</summary>
    /// <exception cref="NotSupportedException">Names are not linked.</exception>
    public virtual string? ToString() => GetType().ToString();

    public static bool Equals(object? objA, object? objB)
    {
        if (ReferenceEquals(objA, objB))
        {
            return true;
        }

        return objA is not null && objB is not null && objA.Equals(objB);
    }

    public static bool ReferenceEquals(object? objA, object? objB) => objA == objB;

    [Intrinsic]
    public Type GetType() => Type.GetTypeFromMethodTable(m_pEEType);

    protected object MemberwiseClone() => System.Runtime.RuntimeExports.RhMemberwiseClone(this);

    internal MethodTable* GetMethodTable() => m_pEEType;
}
