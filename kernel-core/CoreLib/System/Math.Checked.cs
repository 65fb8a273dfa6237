using System.Runtime.CompilerServices;

namespace System;

/// <summary>ILC: called by name for checked arithmetic that takes more than a few instructions.</summary>
public static partial class Math
{
    private const double TwoToThe31 = 2147483648.0;
    private const double TwoToThe32 = 4294967296.0;
    private const double TwoToThe63 = 9223372036854775808.0;
    private const double TwoToThe64 = 18446744073709551616.0;

    // The comparisons are false for what is not a number. Truncation is towards zero, so anything above -1 truncates to 0.

    internal static int ConvertToInt32Checked(double value)
    {
        if (value is > -TwoToThe31 - 1 and < TwoToThe31)
        {
            return (int)value;
        }

        ThrowHelper.ThrowOverflowException();
        return 0;
    }

    internal static uint ConvertToUInt32Checked(double value)
    {
        if (value is > -1 and < TwoToThe32)
        {
            return (uint)(long)value;
        }

        ThrowHelper.ThrowOverflowException();
        return 0;
    }

    internal static long ConvertToInt64Checked(double value)
    {
        // No double lies between -2^63 and -2^63 - 1.
        if (value is >= -TwoToThe63 and < TwoToThe63)
        {
            return (long)value;
        }

        ThrowHelper.ThrowOverflowException();
        return 0;
    }

    internal static ulong ConvertToUInt64Checked(double value)
    {
        if (value is > -1 and < TwoToThe64)
        {
            return (ulong)value;
        }

        ThrowHelper.ThrowOverflowException();
        return 0;
    }

    internal static long MultiplyChecked(long left, long right)
    {
        var negative = (left ^ right) < 0;
        var magnitude = MultiplyChecked(Magnitude(left), Magnitude(right));
        if (magnitude > (ulong)long.MaxValue + (negative ? 1u : 0u))
        {
            ThrowHelper.ThrowOverflowException();
        }

        return negative ? -(long)magnitude : (long)magnitude;
    }

    internal static ulong MultiplyChecked(ulong left, ulong right)
    {
        // In halves: both high ones set is too much, and their cross product must fit above the low product.
        ulong leftHigh = left >> 32;
        ulong rightHigh = right >> 32;
        ulong low = (ulong)(uint)left * (uint)right;
        if (leftHigh != 0 && rightHigh != 0)
        {
            ThrowHelper.ThrowOverflowException();
        }

        ulong cross = (leftHigh * (uint)right) + (rightHigh * (uint)left);
        ulong result = low + (cross << 32);
        if (cross >> 32 != 0 || result < low)
        {
            ThrowHelper.ThrowOverflowException();
        }

        return result;
    }

    private static ulong Magnitude(long value) => value < 0 ? 0 - (ulong)value : (ulong)value;
}
