// Static fields that hold references: initialised by the compiler, assigned, and in a generic class.
using System.Runtime;

internal static class GCStatics
{
    private static readonly object s_frozen = new();
    private static readonly int[] s_table = [2, 3, 5, 7];
    private static object? s_assigned;

    [RuntimeExport("contract_frozen")]
    public static object Frozen() => s_frozen;

    [RuntimeExport("contract_table")]
    public static int Table(int index) => s_table[index];

    [RuntimeExport("contract_assign")]
    public static void Assign(object value) => s_assigned = value;

    [RuntimeExport("contract_generic")]
    public static object? Generic(object value)
    {
        Holder<int>.Value = value;
        return Holder<string>.Value;
    }

    internal static class Holder<T>
    {
        public static object? Value;
    }
}
