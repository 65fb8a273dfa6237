namespace System.Runtime.CompilerServices;

/// <summary>No arm of a switch expression matched its input.</summary>
public sealed class SwitchExpressionException : InvalidOperationException
{
    private const string DefaultMessage = "Non-exhaustive switch expression failed to match its input.";

    public SwitchExpressionException()
        : base(DefaultMessage)
    {
    }

    public SwitchExpressionException(object? unmatchedValue)
        : base(DefaultMessage)
    {
        UnmatchedValue = unmatchedValue;
    }

    public SwitchExpressionException(string? message)
        : base(message)
    {
    }

    public SwitchExpressionException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public object? UnmatchedValue { get; }
}
