namespace System;

/// <summary>An argument is not valid.</summary>
public class ArgumentException : SystemException
{
    private const string DefaultMessage = "Value does not fall within the expected range.";

    private readonly string? _paramName;

    public ArgumentException()
        : base(DefaultMessage)
    {
    }

    public ArgumentException(string? message)
        : base(message)
    {
    }

    public ArgumentException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public ArgumentException(string? message, string? paramName)
        : base(message)
    {
        _paramName = paramName;
    }

    public ArgumentException(string? message, string? paramName, Exception? innerException)
        : base(message, innerException)
    {
        _paramName = paramName;
    }

    public override string Message => string.IsNullOrEmpty(_paramName) ? base.Message : string.Concat(base.Message, " (Parameter '", _paramName, "')");

    /// <summary>The name of the parameter, or null.</summary>
    public virtual string? ParamName => _paramName;
}
