using Internal.Runtime;

namespace System;

/// <summary>A cast or an explicit conversion is not valid.</summary>
public unsafe class InvalidCastException : SystemException
{
    private readonly MethodTable* _from;
    private readonly MethodTable* _to;

    public InvalidCastException()
        : base("Specified cast is not valid.")
    {
    }

    public InvalidCastException(string? message)
        : base(message)
    {
    }

    public InvalidCastException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A cast of an object that is of another type.</summary>
    internal InvalidCastException(MethodTable* from, MethodTable* to)
        : this()
    {
        _from = from;
        _to = to;
    }

    /// <summary>What was to become what, where that is known and the types have names in this image. Put together when it is asked for: a cast that fails is
    /// mostly caught.</summary>
    public override string Message =>
        _to is not null && TypeNameWriter.ToMessageText(_from) is { } from && TypeNameWriter.ToMessageText(_to) is { } to
            ? string.Concat(string.Concat("Unable to cast object of type '", from), "' to type '", to, "'.")
            : base.Message;
}
