namespace System;

/// <summary>An argument is outside the range of values that are accepted.</summary>
public partial class ArgumentOutOfRangeException : ArgumentException
{
    private const string DefaultMessage = "Specified argument was out of the range of valid values.";

    public ArgumentOutOfRangeException()
        : base(DefaultMessage)
    {
    }

    public ArgumentOutOfRangeException(string? paramName)
        : base(DefaultMessage, paramName)
    {
    }

    public ArgumentOutOfRangeException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public ArgumentOutOfRangeException(string? paramName, string? message)
        : base(message, paramName)
    {
    }

    public ArgumentOutOfRangeException(string? paramName, object? actualValue, string? message)
        : base(message, paramName)
    {
        ActualValue = actualValue;
    }

    /// <summary>
    /// The value that was out of range, or null. .NET repeats it in <see cref="Exception.Message"/>; here a panic prints the message, and
    /// making text of an object of unknown type could fail, and would put the formatting of every number into each image.
    /// </summary>
    public virtual object? ActualValue { get; }
}
