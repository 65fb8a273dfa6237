// The checks that are compiled into code: of indices, of arithmetic, of divisors, of types of elements, of lengths.
using System.Runtime;

internal static class ThrowHelpers
{
    private static object? s_kept;

    [RuntimeExport("contract_index")]
    public static void Index(byte[] array, int index) => array[index] = 1;

    [RuntimeExport("contract_add")]
    public static int Add(int left, int right) => checked(left + right);

    [RuntimeExport("contract_multiply")]
    public static ulong Multiply(ulong left, ulong right) => checked(left * right);

    [RuntimeExport("contract_narrow")]
    public static byte Narrow(int value) => checked((byte)value);

    [RuntimeExport("contract_divide")]
    public static int Divide(int left, int right) => left / right;

    [RuntimeExport("contract_remainder")]
    public static long Remainder(long left, long right) => left % right;

    [RuntimeExport("contract_element_type")]
    public static void ElementType(object[] array) => array[0] = "text";

    [RuntimeExport("contract_length")]
    public static void Length(long count) => s_kept = new byte[count];

    [RuntimeExport("contract_null")]
    public static int Null(string text) => text.Length;
}
