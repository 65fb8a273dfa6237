using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

// .NET asks for INumberBase<T> where a comparison with zero is made; IComparable<T> is as much as that needs, and every number has it.
public partial class ArgumentOutOfRangeException
{
    public static void ThrowIfNegative<T>(T value, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : struct, IComparable<T>
    {
        if (value.CompareTo(default) < 0)
        {
            Throw(paramName, value, "be a non-negative value.");
        }
    }

    public static void ThrowIfNegativeOrZero<T>(T value, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : struct, IComparable<T>
    {
        if (value.CompareTo(default) <= 0)
        {
            Throw(paramName, value, "be a non-negative and non-zero value.");
        }
    }

    public static void ThrowIfZero<T>(T value, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : struct, IComparable<T>
    {
        if (value.CompareTo(default) == 0)
        {
            Throw(paramName, value, "be a non-zero value.");
        }
    }

    public static void ThrowIfGreaterThan<T>(T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(other) > 0)
        {
            Throw(paramName, value, "be less than or equal to", other);
        }
    }

    public static void ThrowIfGreaterThanOrEqual<T>(T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(other) >= 0)
        {
            Throw(paramName, value, "be less than", other);
        }
    }

    public static void ThrowIfLessThan<T>(T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(other) < 0)
        {
            Throw(paramName, value, "be greater than or equal to", other);
        }
    }

    public static void ThrowIfLessThanOrEqual<T>(T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(other) <= 0)
        {
            Throw(paramName, value, "be greater than", other);
        }
    }

    // Out of line and not inlined: the checks above must stay small where they are inlined.
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw<T>(string? paramName, T value, string demand) => Throw(paramName, value, value?.ToString(), demand);

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw<T>(string? paramName, T value, string demand, T other) =>
        Throw(paramName, value, value?.ToString(), string.Concat(string.Concat(demand, " '"), other?.ToString() ?? "null", "'."));

    [DoesNotReturn]
    private static void Throw(string? paramName, object? value, string? text, string demand) =>
        throw new ArgumentOutOfRangeException(
            paramName, value, text, string.Concat(string.Concat(paramName, " ('", text ?? "null"), "') must ", demand));
}
