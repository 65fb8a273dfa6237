namespace System.Runtime.Intrinsics;

/// <summary>512-bit vectors: the compiler makes no instructions for them here, which <see cref="IsHardwareAccelerated"/> says. Code that asks takes its other way.</summary>
public static class Vector512
{
    public static bool IsHardwareAccelerated => false;
}

/// <summary>64 bytes of numbers. Operations on them are not there, and do not compile.</summary>
/// <typeparam name="T">A primitive number.</typeparam>
public readonly struct Vector512<T>
{
    private readonly ulong _part0;
    private readonly ulong _part1;
    private readonly ulong _part2;
    private readonly ulong _part3;
    private readonly ulong _part4;
    private readonly ulong _part5;
    private readonly ulong _part6;
    private readonly ulong _part7;

    public static bool IsSupported => Numerics.Vector<T>.IsSupported;

    /// <exception cref="NotSupportedException">The type is no primitive number.</exception>
    public static int Count => Numerics.Vector<T>.CountIn(64);
}
