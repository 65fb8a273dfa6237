using System.Runtime.CompilerServices;

namespace System.Numerics;

/// <summary>Vectors as wide as the processor's: the compiler makes no instructions for them here, which <see cref="IsHardwareAccelerated"/> says. Code that
/// asks takes its other way.</summary>
public static class Vector
{
    public static bool IsHardwareAccelerated => false;
}

/// <summary>16 bytes of numbers. Operations on them are not there, and do not compile.</summary>
/// <typeparam name="T">A primitive number.</typeparam>
public readonly struct Vector<T>
{
    private readonly ulong _part0;
    private readonly ulong _part1;

    public static bool IsSupported =>
        typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(short) || typeof(T) == typeof(ushort)
        || typeof(T) == typeof(int) || typeof(T) == typeof(uint) || typeof(T) == typeof(long) || typeof(T) == typeof(ulong)
        || typeof(T) == typeof(nint) || typeof(T) == typeof(nuint) || typeof(T) == typeof(float) || typeof(T) == typeof(double);

    /// <exception cref="NotSupportedException">The type is no primitive number.</exception>
    public static int Count => CountIn(16);

    internal static int CountIn(int bytes) =>
        IsSupported ? bytes / Unsafe.SizeOf<T>() : throw new NotSupportedException("Specified type is not supported");
}
