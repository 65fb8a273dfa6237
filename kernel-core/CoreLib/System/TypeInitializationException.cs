using Internal.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>A static constructor threw. The same exception is thrown again at each later use of the type.</summary>
public sealed class TypeInitializationException : SystemException
{
    private readonly string? _typeName;

    public TypeInitializationException(string? fullTypeName, Exception? innerException)
        : base(string.Concat("The type initializer for '", fullTypeName, "' threw an exception."), innerException)
    {
        _typeName = fullTypeName;
    }

    /// <summary>An exception that does not say which type it was.</summary>
    internal TypeInitializationException(Exception? innerException)
        : base("The type initializer threw an exception.", innerException)
    {
    }

    /// <summary>The name of the type, with its namespace unless it is nested in another; empty where names are not linked.</summary>
    public string TypeName => _typeName ?? "";

    /// <summary>The static fields of the type; null for an exception that the runner of static constructors has not made.</summary>
    internal unsafe StaticClassConstructionContext* Context { get; set; }

    /// <summary>The next one that the runner remembers.</summary>
    internal TypeInitializationException? Next { get; set; }

    /// <summary>Makes an exception that has its type's name from the image's table of names, where there is one.</summary>
    /// <param name="constructor">The code of the static constructor.</param>
    /// <param name="innerException">What it threw.</param>
    internal static TypeInitializationException Of(nint constructor, Exception innerException) =>
        TypeNameWriter.ToMessageTextOfDeclaringType((ulong)constructor) is { } name
            ? new TypeInitializationException(name, innerException)
            : new TypeInitializationException(innerException);
}
