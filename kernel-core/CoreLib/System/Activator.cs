using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Makes objects of types that are known only as type parameters.</summary>
public static class Activator
{
    /// <summary>What <c>new T()</c> is compiled to: a class is constructed, a struct is default or, if it declares a constructor, constructed.</summary>
    [Intrinsic]
    public static T CreateInstance<T>() => throw new MissingMethodException("Cannot dynamically create an instance of this type.");
}
