// Functions of Math and BitOperations that are instructions without any instruction set beyond the base one, or calls.
using System;
using System.Numerics;
using System.Runtime;

internal static class Mathematics
{
    [RuntimeExport("contract_square_root")]
    public static double SquareRoot(double value) => Math.Sqrt(value);

    [RuntimeExport("contract_absolute")]
    public static double Absolute(double value) => Math.Abs(value);

    [RuntimeExport("contract_big_multiply")]
    public static ulong BigMultiply(ulong left, ulong right) => Math.BigMul(left, right, out _);

    [RuntimeExport("contract_leading_zeros")]
    public static int LeadingZeros(ulong value) => BitOperations.LeadingZeroCount(value);

    [RuntimeExport("contract_population")]
    public static int Population(ulong value) => BitOperations.PopCount(value);

    [RuntimeExport("contract_rotate")]
    public static uint Rotate(uint value) => BitOperations.RotateLeft(value, 7);
}
