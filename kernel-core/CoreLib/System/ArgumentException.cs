using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

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

    public override string Message =>
        string.IsNullOrEmpty(_paramName) ? base.Message : string.Concat(base.Message.AsSpan(), " (Parameter '", _paramName, "')");

    /// <summary>The name of the parameter, or null.</summary>
    public virtual string? ParamName => _paramName;

    public static void ThrowIfNullOrEmpty([NotNull] string? argument, [CallerArgumentExpression(nameof(argument))] string? paramName = null)
    {
        if (string.IsNullOrEmpty(argument))
        {
            ThrowMissing(argument, paramName, "The value cannot be an empty string.");
        }
    }

    public static void ThrowIfNullOrWhiteSpace(
        [NotNull] string? argument, [CallerArgumentExpression(nameof(argument))] string? paramName = null)
    {
        if (string.IsNullOrWhiteSpace(argument))
        {
            ThrowMissing(argument, paramName, "The value cannot be an empty string or composed entirely of whitespace.");
        }
    }

    [DoesNotReturn]
    private static void ThrowMissing(string? argument, string? paramName, string message)
    {
        ArgumentNullException.ThrowIfNull(argument, paramName);
        throw new ArgumentException(message, paramName);
    }
}
