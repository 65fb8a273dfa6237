using Internal.Runtime;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Makes objects of types that are known only as type parameters: what <c>new T()</c> is compiled to.</summary>
public static unsafe class Activator
{
    /// <summary>A new object of a class, constructed; a struct with its own constructor called, or default if it has none.</summary>
    /// <exception cref="MissingMethodException">The class has no public constructor without parameters, or is abstract.</exception>
    /// <exception cref="TargetInvocationException">The constructor threw.</exception>
    [Intrinsic]
    public static T CreateInstance<T>()
    {
        var constructor = DefaultConstructorOf<T>();
        if (constructor == (nint)(delegate*<StructWithNoConstructor>)&MissingConstructorMethod)
        {
            throw new MissingMethodException("Cannot create an instance of a type without a public constructor that takes no arguments.");
        }

        T result;
        try
        {
            if (MethodTable.Of<T>()->IsValueType)
            {
                result = default!;
                ((delegate*<ref T, void>)constructor)(ref result);
            }
            else
            {
                result = ((delegate*<MethodTable*, T>)AllocatorOf<T>())(MethodTable.Of<T>());
                ((delegate*<T, void>)constructor)(result);
            }
        }
        catch (Exception exception)
        {
            throw new TargetInvocationException(exception);
        }

        return result;
    }

    /// <summary>ILC puts the constructor's address in place of the call, or that of <see cref="MissingConstructorMethod"/>.</summary>
    [Intrinsic]
    private static nint DefaultConstructorOf<T>() => throw new PlatformNotSupportedException();

    /// <summary>ILC puts the address of the allocating function for the class in place of the call.</summary>
    [Intrinsic]
    private static nint AllocatorOf<T>() => throw new PlatformNotSupportedException();

    /// <summary>Only its address counts. ILC: found by name.</summary>
    private static StructWithNoConstructor MissingConstructorMethod() => new() { Mark = 0x6E6F6E65 };

    /// <summary>Its constructor stands for that of structs which declare none. ILC: found by name.</summary>
    internal struct StructWithNoConstructor
    {
        public long Mark;

        public StructWithNoConstructor()
        {
        }
    }
}
