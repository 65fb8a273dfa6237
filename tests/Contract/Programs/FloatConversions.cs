// Conversions between floating point and integers: plain and checked, for each width that the processor has no instruction for.
using System.Runtime;

internal static class FloatConversions
{
    [RuntimeExport("contract_to_ulong")]
    public static ulong ToUInt64(double value) => (ulong)value;

    [RuntimeExport("contract_from_ulong")]
    public static double FromUInt64(ulong value) => value;

    [RuntimeExport("contract_to_int_checked")]
    public static int ToInt32Checked(double value) => checked((int)value);

    [RuntimeExport("contract_to_long_checked")]
    public static long ToInt64Checked(double value) => checked((long)value);

    [RuntimeExport("contract_to_ulong_checked")]
    public static ulong ToUInt64Checked(float value) => checked((ulong)value);

    [RuntimeExport("contract_remainder")]
    public static double Remainder(double left, double right) => left % right;

    [RuntimeExport("contract_remainder_single")]
    public static float RemainderSingle(float left, float right) => left % right;
}
