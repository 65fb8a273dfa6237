namespace System;

/// <summary>An entry point, or the implementation of an interface method, does not exist.</summary>
public class EntryPointNotFoundException : TypeLoadException
{
    public EntryPointNotFoundException()
        : base("Entry point was not found.")
    {
    }

    public EntryPointNotFoundException(string? message)
        : base(message)
    {
    }

    public EntryPointNotFoundException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
