using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Tarn.Testing;

/// <summary>
/// What a case expects. The first expectation that does not hold ends the case, and the report names the expression, both values and the
/// line.
/// </summary>
/// <remarks>
/// An expectation that holds does not allocate (beyond what comparing values of type <c>T</c> does), so these may stand in cases that count
/// allocations.
/// </remarks>
public static class Expect
{
    private const int MessageSize = 1000;

    /// <summary>Expects <paramref name="condition"/> to be true.</summary>
    public static void True(
        [DoesNotReturnIf(false)] bool condition,
        string? because = null,
        [CallerArgumentExpression(nameof(condition))] string? expression = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (!condition)
        {
            Raise(expression, "is false", because, file, line);
        }
    }

    /// <summary>Expects <paramref name="condition"/> to be false.</summary>
    public static void False(
        [DoesNotReturnIf(true)] bool condition,
        string? because = null,
        [CallerArgumentExpression(nameof(condition))] string? expression = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (condition)
        {
            Raise(expression, "is true", because, file, line);
        }
    }

    /// <summary>Expects a reference that is not null.</summary>
    public static void NotNull(
        [NotNull] object? value,
        [CallerArgumentExpression(nameof(value))] string? expression = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (value is null)
        {
            Raise(expression, "is null", null, file, line);
        }
    }

    /// <summary>Expects a null reference.</summary>
    public static void Null(
        object? value,
        [CallerArgumentExpression(nameof(value))] string? expression = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (value is not null)
        {
            Raise(expression, "is not null", null, file, line);
        }
    }

    /// <summary>Expects two references to the same object.</summary>
    public static void Same(
        object? expected,
        object? actual,
        [CallerArgumentExpression(nameof(actual))] string? expression = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (!ReferenceEquals(expected, actual))
        {
            Raise(expression, "is another object than the one expected", null, file, line);
        }
    }

    /// <summary>Expects two values that are equal as <see cref="EqualityComparer{T}.Default"/> sees it.</summary>
    public static void Equal<T>(
        T expected,
        T actual,
        [CallerArgumentExpression(nameof(actual))] string? expression = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            RaiseDifference("expected ", expected, " but was ", actual, expression, file, line);
        }
    }

    /// <summary>Expects two values that differ as <see cref="EqualityComparer{T}.Default"/> sees it.</summary>
    public static void NotEqual<T>(
        T unexpected,
        T actual,
        [CallerArgumentExpression(nameof(actual))] string? expression = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (EqualityComparer<T>.Default.Equals(unexpected, actual))
        {
            RaiseDifference("expected anything but ", unexpected, ", was ", actual, expression, file, line);
        }
    }

    /// <summary>Expects equal strings, compared by their UTF-16 code units.</summary>
    public static void Equal(
        string? expected,
        string? actual,
        [CallerArgumentExpression(nameof(actual))] string? expression = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (!string.Equals(expected, actual))
        {
            Span<byte> buffer = stackalloc byte[MessageSize];
            var message = new MessageBuilder(buffer);
            message.Append(expression);
            message.Append(": expected ");
            message.AppendQuoted(expected);
            message.Append(" but was ");
            message.AppendQuoted(actual);
            AppendPlace(ref message, file, line);
            ExpectationFailure.Raise(message.Written);
        }
    }

    /// <summary>Expects spans of equal length with equal elements.</summary>
    public static void Equal<T>(
        ReadOnlySpan<T> expected,
        ReadOnlySpan<T> actual,
        [CallerArgumentExpression(nameof(actual))] string? expression = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var common = Math.Min(expected.Length, actual.Length);
        for (var index = 0; index < common; index++)
        {
            if (!EqualityComparer<T>.Default.Equals(expected[index], actual[index]))
            {
                RaiseElementDifference(index, expected[index], actual[index], expression, file, line);
            }
        }

        if (expected.Length != actual.Length)
        {
            RaiseDifference("expected a length of ", expected.Length, " but was ", actual.Length, expression, file, line);
        }
    }

    /// <summary>Expects <paramref name="low"/> &lt;= <paramref name="value"/> &lt;= <paramref name="high"/>.</summary>
    public static void InRange(
        long value,
        long low,
        long high,
        [CallerArgumentExpression(nameof(value))] string? expression = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (value < low || value > high)
        {
            Span<byte> buffer = stackalloc byte[MessageSize];
            var message = new MessageBuilder(buffer);
            message.Append(expression);
            message.Append(": expected ");
            message.AppendNumber(low);
            message.Append(" to ");
            message.AppendNumber(high);
            message.Append(" but was ");
            message.AppendNumber(value);
            AppendPlace(ref message, file, line);
            ExpectationFailure.Raise(message.Written);
        }
    }

    /// <summary>Ends the case as failed.</summary>
    [DoesNotReturn]
    public static void Fail(string message, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Span<byte> buffer = stackalloc byte[MessageSize];
        var builder = new MessageBuilder(buffer);
        builder.Append(message);
        AppendPlace(ref builder, file, line);
        ExpectationFailure.Raise(builder.Written);
    }

    [DoesNotReturn]
    private static void Raise(string? expression, string what, string? because, string file, int line)
    {
        Span<byte> buffer = stackalloc byte[MessageSize];
        var message = new MessageBuilder(buffer);
        message.Append(expression);
        message.Append(" ");
        message.Append(what);
        if (because is not null)
        {
            message.Append(": ");
            message.Append(because);
        }

        AppendPlace(ref message, file, line);
        ExpectationFailure.Raise(message.Written);
    }

    [DoesNotReturn]
    private static void RaiseDifference<T>(string first, T expected, string second, T actual, string? expression, string file, int line)
    {
        Span<byte> buffer = stackalloc byte[MessageSize];
        var message = new MessageBuilder(buffer);
        message.Append(expression);
        message.Append(": ");
        message.Append(first);
        message.Append(expected?.ToString() ?? "null");
        message.Append(second);
        message.Append(actual?.ToString() ?? "null");
        AppendPlace(ref message, file, line);
        ExpectationFailure.Raise(message.Written);
    }

    [DoesNotReturn]
    private static void RaiseElementDifference<T>(int index, T expected, T actual, string? expression, string file, int line)
    {
        Span<byte> buffer = stackalloc byte[MessageSize];
        var message = new MessageBuilder(buffer);
        message.Append(expression);
        message.Append(", element ");
        message.AppendNumber(index);
        message.Append(": expected ");
        message.Append(expected?.ToString() ?? "null");
        message.Append(" but was ");
        message.Append(actual?.ToString() ?? "null");
        AppendPlace(ref message, file, line);
        ExpectationFailure.Raise(message.Written);
    }

    /// <summary>Sources are compiled under /_/tarn, whatever folder the clone is in: what follows is the path in the repository.</summary>
    private static void AppendPlace(ref MessageBuilder message, string file, int line)
    {
        const string Root = "/_/tarn/";
        var start = 0;
        while (start < Root.Length && start < file.Length && file[start] == Root[start])
        {
            start++;
        }

        message.Append(" (");
        message.Append(file.AsSpan(start == Root.Length ? start : 0));
        message.Append(":");
        message.AppendNumber(line);
        message.Append(")");
    }
}
