namespace System;

/// <summary>A member does not exist.</summary>
public class MissingMemberException : MemberAccessException
{
    public MissingMemberException()
        : base("Attempted to access a missing member.")
    {
    }

    public MissingMemberException(string? message)
        : base(message)
    {
    }

    public MissingMemberException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
