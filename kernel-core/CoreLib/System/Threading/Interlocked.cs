using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>Operations that no interrupt and no other processor sees half done. Each is a full memory barrier.</summary>
/// <remarks>
/// ILC puts one locked instruction in place of a call of most of them. A body that only calls itself is what it compiles for a call through
/// a delegate or from another intrinsic; inside that body the call is replaced as anywhere else.
/// </remarks>
public static unsafe class Interlocked
{
    public static int Increment(ref int location) => Add(ref location, 1);

    public static uint Increment(ref uint location) => Add(ref location, 1);

    public static long Increment(ref long location) => Add(ref location, 1);

    public static ulong Increment(ref ulong location) => Add(ref location, 1);

    public static int Decrement(ref int location) => Add(ref location, -1);

    public static uint Decrement(ref uint location) => Add(ref location, uint.MaxValue);

    public static long Decrement(ref long location) => Add(ref location, -1);

    public static ulong Decrement(ref ulong location) => Add(ref location, ulong.MaxValue);

    public static int Add(ref int location1, int value) => ExchangeAdd(ref location1, value) + value;

    public static uint Add(ref uint location1, uint value) => (uint)Add(ref Unsafe.As<uint, int>(ref location1), (int)value);

    public static long Add(ref long location1, long value) => ExchangeAdd(ref location1, value) + value;

    public static ulong Add(ref ulong location1, ulong value) => (ulong)Add(ref Unsafe.As<ulong, long>(ref location1), (long)value);

    [Intrinsic]
    private static int ExchangeAdd(ref int location1, int value) => ExchangeAdd(ref location1, value);

    [Intrinsic]
    private static long ExchangeAdd(ref long location1, long value) => ExchangeAdd(ref location1, value);

    [Intrinsic]
    public static byte Exchange(ref byte location1, byte value) => Exchange(ref location1, value);

    [Intrinsic]
    public static sbyte Exchange(ref sbyte location1, sbyte value) =>
        (sbyte)Exchange(ref Unsafe.As<sbyte, byte>(ref location1), (byte)value);

    [Intrinsic]
    public static ushort Exchange(ref ushort location1, ushort value) => Exchange(ref location1, value);

    [Intrinsic]
    public static short Exchange(ref short location1, short value) =>
        (short)Exchange(ref Unsafe.As<short, ushort>(ref location1), (ushort)value);

    [Intrinsic]
    public static int Exchange(ref int location1, int value) => Exchange(ref location1, value);

    [Intrinsic]
    public static uint Exchange(ref uint location1, uint value) => (uint)Exchange(ref Unsafe.As<uint, int>(ref location1), (int)value);

    [Intrinsic]
    public static long Exchange(ref long location1, long value) => Exchange(ref location1, value);

    [Intrinsic]
    public static ulong Exchange(ref ulong location1, ulong value) =>
        (ulong)Exchange(ref Unsafe.As<ulong, long>(ref location1), (long)value);

    [Intrinsic]
    public static nint Exchange(ref nint location1, nint value) => (nint)Exchange(ref Unsafe.As<nint, long>(ref location1), (long)value);

    [Intrinsic]
    public static nuint Exchange(ref nuint location1, nuint value) =>
        (nuint)Exchange(ref Unsafe.As<nuint, long>(ref location1), (long)value);

    public static float Exchange(ref float location1, float value) =>
        Unsafe.BitCast<int, float>(Exchange(ref Unsafe.As<float, int>(ref location1), Unsafe.BitCast<float, int>(value)));

    public static double Exchange(ref double location1, double value) =>
        Unsafe.BitCast<long, double>(Exchange(ref Unsafe.As<double, long>(ref location1), Unsafe.BitCast<double, long>(value)));

    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: NotNullIfNotNull(nameof(location1))]
    public static object? Exchange([NotNullIfNotNull(nameof(value))] ref object? location1, object? value)
    {
        // No collector moves objects or watches stores: a reference is exchanged as the address it is.
        var previous = Exchange(ref Unsafe.As<object?, nint>(ref location1), Unsafe.As<object?, nint>(ref value));
        return Unsafe.As<nint, object?>(ref previous);
    }

    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: NotNullIfNotNull(nameof(location1))]
    public static T Exchange<T>([NotNullIfNotNull(nameof(value))] ref T location1, T value)
    {
        // The branches are constants for each T.
        if (!typeof(T).IsValueType)
        {
            var previous = Exchange(ref Unsafe.As<T, object?>(ref location1), Unsafe.As<T, object?>(ref value));
            return Unsafe.As<object?, T>(ref previous);
        }

        if (sizeof(T) == 8)
        {
            return Unsafe.BitCast<long, T>(Exchange(ref Unsafe.As<T, long>(ref location1), Unsafe.BitCast<T, long>(value)));
        }

        if (sizeof(T) == 4)
        {
            return Unsafe.BitCast<int, T>(Exchange(ref Unsafe.As<T, int>(ref location1), Unsafe.BitCast<T, int>(value)));
        }

        if (sizeof(T) == 2)
        {
            return Unsafe.BitCast<ushort, T>(Exchange(ref Unsafe.As<T, ushort>(ref location1), Unsafe.BitCast<T, ushort>(value)));
        }

        if (sizeof(T) != 1)
        {
            ThrowHelper.ThrowNotSupportedException("The specified type must be a reference type, a primitive type, or an enum type.");
        }

        return Unsafe.BitCast<byte, T>(Exchange(ref Unsafe.As<T, byte>(ref location1), Unsafe.BitCast<T, byte>(value)));
    }

    [Intrinsic]
    public static byte CompareExchange(ref byte location1, byte value, byte comparand) => CompareExchange(ref location1, value, comparand);

    [Intrinsic]
    public static sbyte CompareExchange(ref sbyte location1, sbyte value, sbyte comparand) =>
        (sbyte)CompareExchange(ref Unsafe.As<sbyte, byte>(ref location1), (byte)value, (byte)comparand);

    [Intrinsic]
    public static ushort CompareExchange(ref ushort location1, ushort value, ushort comparand) =>
        CompareExchange(ref location1, value, comparand);

    [Intrinsic]
    public static short CompareExchange(ref short location1, short value, short comparand) =>
        (short)CompareExchange(ref Unsafe.As<short, ushort>(ref location1), (ushort)value, (ushort)comparand);

    [Intrinsic]
    public static int CompareExchange(ref int location1, int value, int comparand) => CompareExchange(ref location1, value, comparand);

    [Intrinsic]
    public static uint CompareExchange(ref uint location1, uint value, uint comparand) =>
        (uint)CompareExchange(ref Unsafe.As<uint, int>(ref location1), (int)value, (int)comparand);

    [Intrinsic]
    public static long CompareExchange(ref long location1, long value, long comparand) => CompareExchange(ref location1, value, comparand);

    [Intrinsic]
    public static ulong CompareExchange(ref ulong location1, ulong value, ulong comparand) =>
        (ulong)CompareExchange(ref Unsafe.As<ulong, long>(ref location1), (long)value, (long)comparand);

    [Intrinsic]
    public static nint CompareExchange(ref nint location1, nint value, nint comparand) =>
        (nint)CompareExchange(ref Unsafe.As<nint, long>(ref location1), (long)value, (long)comparand);

    [Intrinsic]
    public static nuint CompareExchange(ref nuint location1, nuint value, nuint comparand) =>
        (nuint)CompareExchange(ref Unsafe.As<nuint, long>(ref location1), (long)value, (long)comparand);

    public static float CompareExchange(ref float location1, float value, float comparand) => Unsafe.BitCast<int, float>(
        CompareExchange(
            ref Unsafe.As<float, int>(ref location1), Unsafe.BitCast<float, int>(value), Unsafe.BitCast<float, int>(comparand)));

    public static double CompareExchange(ref double location1, double value, double comparand) => Unsafe.BitCast<long, double>(
        CompareExchange(
            ref Unsafe.As<double, long>(ref location1), Unsafe.BitCast<double, long>(value), Unsafe.BitCast<double, long>(comparand)));

    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: NotNullIfNotNull(nameof(location1))]
    public static object? CompareExchange(ref object? location1, object? value, object? comparand)
    {
        var previous = CompareExchange(
            ref Unsafe.As<object?, nint>(ref location1), Unsafe.As<object?, nint>(ref value), Unsafe.As<object?, nint>(ref comparand));
        return Unsafe.As<nint, object?>(ref previous);
    }

    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: NotNullIfNotNull(nameof(location1))]
    public static T CompareExchange<T>(ref T location1, T value, T comparand)
    {
        if (!typeof(T).IsValueType)
        {
            var previous = CompareExchange(
                ref Unsafe.As<T, object?>(ref location1), Unsafe.As<T, object?>(ref value), Unsafe.As<T, object?>(ref comparand));
            return Unsafe.As<object?, T>(ref previous);
        }

        if (sizeof(T) == 8)
        {
            return Unsafe.BitCast<long, T>(
                CompareExchange(ref Unsafe.As<T, long>(ref location1), Unsafe.BitCast<T, long>(value), Unsafe.BitCast<T, long>(comparand)));
        }

        if (sizeof(T) == 4)
        {
            return Unsafe.BitCast<int, T>(
                CompareExchange(ref Unsafe.As<T, int>(ref location1), Unsafe.BitCast<T, int>(value), Unsafe.BitCast<T, int>(comparand)));
        }

        if (sizeof(T) == 2)
        {
            return Unsafe.BitCast<ushort, T>(
                CompareExchange(
                    ref Unsafe.As<T, ushort>(ref location1), Unsafe.BitCast<T, ushort>(value), Unsafe.BitCast<T, ushort>(comparand)));
        }

        if (sizeof(T) != 1)
        {
            ThrowHelper.ThrowNotSupportedException("The specified type must be a reference type, a primitive type, or an enum type.");
        }

        return Unsafe.BitCast<byte, T>(
            CompareExchange(ref Unsafe.As<T, byte>(ref location1), Unsafe.BitCast<T, byte>(value), Unsafe.BitCast<T, byte>(comparand)));
    }

    [Intrinsic]
    public static int And(ref int location1, int value)
    {
        var current = location1;
        while (true)
        {
            var previous = CompareExchange(ref location1, current & value, current);
            if (previous == current)
            {
                return previous;
            }

            current = previous;
        }
    }

    public static uint And(ref uint location1, uint value) => (uint)And(ref Unsafe.As<uint, int>(ref location1), (int)value);

    [Intrinsic]
    public static long And(ref long location1, long value)
    {
        var current = location1;
        while (true)
        {
            var previous = CompareExchange(ref location1, current & value, current);
            if (previous == current)
            {
                return previous;
            }

            current = previous;
        }
    }

    public static ulong And(ref ulong location1, ulong value) => (ulong)And(ref Unsafe.As<ulong, long>(ref location1), (long)value);

    [Intrinsic]
    public static int Or(ref int location1, int value)
    {
        var current = location1;
        while (true)
        {
            var previous = CompareExchange(ref location1, current | value, current);
            if (previous == current)
            {
                return previous;
            }

            current = previous;
        }
    }

    public static uint Or(ref uint location1, uint value) => (uint)Or(ref Unsafe.As<uint, int>(ref location1), (int)value);

    [Intrinsic]
    public static long Or(ref long location1, long value)
    {
        var current = location1;
        while (true)
        {
            var previous = CompareExchange(ref location1, current | value, current);
            if (previous == current)
            {
                return previous;
            }

            current = previous;
        }
    }

    public static ulong Or(ref ulong location1, ulong value) => (ulong)Or(ref Unsafe.As<ulong, long>(ref location1), (long)value);

    public static long Read(ref readonly long location) => Volatile.Read(in location);

    public static ulong Read(ref readonly ulong location) => Volatile.Read(in location);

    [Intrinsic]
    public static void MemoryBarrier() => MemoryBarrier();
}
