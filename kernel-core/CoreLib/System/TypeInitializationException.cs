namespace System;

/// <summary>A static constructor threw. The same exception is thrown again at each later use of the type.</summary>
public sealed class TypeInitializationException : SystemException
{
    private const string DefaultMessage = "The type initializer threw an exception.";

    private readonly string? _typeName;

    public TypeInitializationException(string? fullTypeName, Exception? innerException)
        : base(DefaultMessage, innerException)
    {
        _typeName = fullTypeName;
    }

    internal TypeInitializationException(Exception innerException)
        : base(DefaultMessage, innerException)
    {
    }

    /// <summary>The full name of the type; empty where names are not linked.</summary>
    public string TypeName => _typeName ?? "";
}
