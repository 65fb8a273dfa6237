namespace System;

/// <summary>An argument is outside the range of values that are accepted.</summary>
public partial class ArgumentOutOfRangeException : ArgumentException
{
    private const string DefaultMessage = "Specified argument was out of the range of valid values.";

    private readonly string? _actualText;

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
        : this(paramName, actualValue, actualValue?.ToString(), message)
    {
    }

    /// <summary>For who knows the type of the value: an image that only makes exceptions in this way has nothing of the code that turns any object into
    /// text.</summary>
    internal ArgumentOutOfRangeException(string? paramName, object? actualValue, string? actualText, string? message)
        : base(message ?? DefaultMessage, paramName)
    {
        ActualValue = actualValue;
        _actualText = actualText;
    }

    /// <summary>The value that was out of range, or null.</summary>
    public virtual object? ActualValue { get; }

    public override string Message =>
        _actualText is null ? base.Message : string.Concat(string.Concat(base.Message, "\nActual value was "), _actualText, ".");
}
