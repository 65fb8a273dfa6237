using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

public partial class ArgumentOutOfRangeException
{
    public static void ThrowIfEqual<T>(T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IEquatable<T>?
    {
        if (EqualityComparer<T>.Default.Equals(value, other))
        {
            Throw(paramName, value, "not be equal to", other);
        }
    }

    public static void ThrowIfNotEqual<T>(T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IEquatable<T>?
    {
        if (!EqualityComparer<T>.Default.Equals(value, other))
        {
            Throw(paramName, value, "be equal to", other);
        }
    }
}
