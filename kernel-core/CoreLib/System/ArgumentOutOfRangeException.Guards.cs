using System.Runtime.CompilerServices;

namespace System;

public partial class ArgumentOutOfRangeException
{
    public static void ThrowIfLessThan(int value, int other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
    {
        if (value < other)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(paramName!);
        }
    }
}
