using System;

namespace Tarn.Conformance;

/// <summary>Integers of the size of a pointer.</summary>
public static class NativeIntegers
{
    public static void Run()
    {
        var pointer = new IntPtr(0x1234_5678_9ABC);
        Console.WriteLine(
            $"{pointer} {pointer:X} {pointer.ToInt64()} {IntPtr.Size} {UIntPtr.Size} {IntPtr.Zero == default} "
            + $"{IntPtr.Add(pointer, 16):x} {IntPtr.Subtract(pointer, 16) - pointer} {nint.MaxValue} {nuint.MaxValue}");
        nint small = -42;
        nuint unsigned = 42;
        Console.WriteLine(
            $"{small.ToInt32()} {unsigned.ToUInt32()} {unsigned.ToUInt64()} {small.CompareTo(5)} {unsigned.CompareTo(5)} "
            + $"{small.Equals((nint)(-42))} {small.Equals((object)-42)} {Math.Abs(small)} {Math.Max(small, 3)} "
            + $"{Math.Clamp(unsigned, 50, 60)}");
        Console.WriteLine(
            $"{nint.Parse("-99")} {nuint.Parse("FF", System.Globalization.NumberStyles.HexNumber)} {nuint.TryParse("-1", out _)} "
            + $"{small:D5} {unsigned:B} {small >> 1} {small >>> 60} {unsigned << 62} {~small} {small / 5} {small % 5}");
        unsafe
        {
            Console.WriteLine($"{(nint)pointer.ToPointer() == pointer} {new UIntPtr(pointer.ToPointer()) == (nuint)pointer}");
        }
    }
}
