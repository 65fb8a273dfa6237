// Values to objects and back: plain ones, nullable ones, enumerations.
using System.Runtime;

internal static class Boxing
{
    [RuntimeExport("contract_box")]
    public static object Box(long value) => value;

    [RuntimeExport("contract_box_nullable")]
    public static object? BoxNullable(int? value) => value;

    [RuntimeExport("contract_box_struct")]
    public static object BoxStruct(Pair value) => value;

    [RuntimeExport("contract_unbox")]
    public static long Unbox(object value) => (long)value;

    [RuntimeExport("contract_unbox_nullable")]
    public static int? UnboxNullable(object? value) => (int?)value;

    [RuntimeExport("contract_unbox_enumeration")]
    public static Kind UnboxEnumeration(object value) => (Kind)value;

    [RuntimeExport("contract_is_value")]
    public static bool IsValue(object value) => value is int;

    internal struct Pair
    {
        public object First;
        public int Second;
    }

    internal enum Kind
    {
        None,
        Some,
    }
}
