namespace System;

/// <summary>A floating-point value was infinite or not a number where a finite one is needed.</summary>
public class NotFiniteNumberException : ArithmeticException
{
    public NotFiniteNumberException()
        : base("Number encountered was not a finite quantity.")
    {
    }

    public NotFiniteNumberException(string? message)
        : base(message)
    {
    }

    public NotFiniteNumberException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
