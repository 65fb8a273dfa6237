using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>An object was used after it was disposed of.</summary>
public class ObjectDisposedException : InvalidOperationException
{
    private const string DefaultMessage = "Cannot access a disposed object.";

    private readonly string? _objectName;

    public ObjectDisposedException(string? objectName)
        : base(DefaultMessage)
    {
        _objectName = objectName;
    }

    public ObjectDisposedException(string? objectName, string? message)
        : base(message)
    {
        _objectName = objectName;
    }

    public ObjectDisposedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public override string Message =>
        ObjectName.Length == 0 ? base.Message : string.Concat(base.Message, "\nObject name: '", ObjectName, "'.");

    /// <summary>The name of the object, or the empty string.</summary>
    public string ObjectName => _objectName ?? "";

    public static void ThrowIf([DoesNotReturnIf(true)] bool condition, object instance)
    {
        if (condition)
        {
            ThrowHelper.ThrowObjectDisposedException(null);
        }
    }
}
