using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>
/// Reads that nothing later moves before, writes that nothing earlier moves behind; neither is left out or repeated. On x86-64 they cost
/// nothing more than the access.
/// </summary>
public static class Volatile
{
    private struct VolatileByte
    {
        public volatile byte Value;
    }

    private struct VolatileInt16
    {
        public volatile short Value;
    }

    private struct VolatileInt32
    {
        public volatile int Value;
    }

    private struct VolatileIntPtr
    {
        public volatile nint Value;
    }

    private struct VolatileSingle
    {
        public volatile float Value;
    }

    private struct VolatileObject
    {
        public volatile object? Value;
    }

    [Intrinsic]
    public static bool Read(ref readonly bool location) => Unsafe.As<bool, VolatileByte>(ref Unsafe.AsRef(in location)).Value != 0;

    [Intrinsic]
    public static void Write(ref bool location, bool value) =>
        Unsafe.As<bool, VolatileByte>(ref location).Value = value ? (byte)1 : (byte)0;

    [Intrinsic]
    public static byte Read(ref readonly byte location) => Unsafe.As<byte, VolatileByte>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref byte location, byte value) => Unsafe.As<byte, VolatileByte>(ref location).Value = value;

    [Intrinsic]
    public static sbyte Read(ref readonly sbyte location) => (sbyte)Unsafe.As<sbyte, VolatileByte>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref sbyte location, sbyte value) => Unsafe.As<sbyte, VolatileByte>(ref location).Value = (byte)value;

    [Intrinsic]
    public static short Read(ref readonly short location) => Unsafe.As<short, VolatileInt16>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref short location, short value) => Unsafe.As<short, VolatileInt16>(ref location).Value = value;

    [Intrinsic]
    public static ushort Read(ref readonly ushort location) =>
        (ushort)Unsafe.As<ushort, VolatileInt16>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref ushort location, ushort value) => Unsafe.As<ushort, VolatileInt16>(ref location).Value = (short)value;

    [Intrinsic]
    public static int Read(ref readonly int location) => Unsafe.As<int, VolatileInt32>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref int location, int value) => Unsafe.As<int, VolatileInt32>(ref location).Value = value;

    [Intrinsic]
    public static uint Read(ref readonly uint location) => (uint)Unsafe.As<uint, VolatileInt32>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref uint location, uint value) => Unsafe.As<uint, VolatileInt32>(ref location).Value = (int)value;

    [Intrinsic]
    public static long Read(ref readonly long location) => (long)Unsafe.As<long, VolatileIntPtr>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref long location, long value) => Unsafe.As<long, VolatileIntPtr>(ref location).Value = (nint)value;

    [Intrinsic]
    public static ulong Read(ref readonly ulong location) => (ulong)Unsafe.As<ulong, VolatileIntPtr>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref ulong location, ulong value) => Unsafe.As<ulong, VolatileIntPtr>(ref location).Value = (nint)value;

    [Intrinsic]
    public static nint Read(ref readonly nint location) => Unsafe.As<nint, VolatileIntPtr>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref nint location, nint value) => Unsafe.As<nint, VolatileIntPtr>(ref location).Value = value;

    [Intrinsic]
    public static nuint Read(ref readonly nuint location) => (nuint)Unsafe.As<nuint, VolatileIntPtr>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref nuint location, nuint value) => Unsafe.As<nuint, VolatileIntPtr>(ref location).Value = (nint)value;

    [Intrinsic]
    public static float Read(ref readonly float location) => Unsafe.As<float, VolatileSingle>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic]
    public static void Write(ref float location, float value) => Unsafe.As<float, VolatileSingle>(ref location).Value = value;

    [Intrinsic]
    public static double Read(ref readonly double location) =>
        Unsafe.BitCast<nint, double>(Unsafe.As<double, VolatileIntPtr>(ref Unsafe.AsRef(in location)).Value);

    [Intrinsic]
    public static void Write(ref double location, double value) =>
        Unsafe.As<double, VolatileIntPtr>(ref location).Value = Unsafe.BitCast<double, nint>(value);

    [Intrinsic]
    [return: NotNullIfNotNull(nameof(location))]
    public static T Read<T>([NotNullIfNotNull(nameof(location))] ref readonly T location) where T : class? =>
        Unsafe.As<T>(Unsafe.As<T, VolatileObject>(ref Unsafe.AsRef(in location)).Value)!;

    [Intrinsic]
    public static void Write<T>([NotNullIfNotNull(nameof(value))] ref T location, T value) where T : class? =>
        Unsafe.As<T, VolatileObject>(ref location).Value = value;

    /// <summary>No read moves from after to before it.</summary>
    [Intrinsic]
    public static void ReadBarrier() => ReadBarrier();

    /// <summary>No write moves from before to after it.</summary>
    [Intrinsic]
    public static void WriteBarrier() => WriteBarrier();
}
