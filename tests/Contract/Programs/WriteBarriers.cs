// Stores of references: to a field, through a reference that may not point into the heap, and as a part of a struct.
using System.Runtime;

internal static class WriteBarriers
{
    private static Pair s_pair;

    [RuntimeExport("contract_field")]
    public static void Field(Holder holder, object value) => holder.Value = value;

    [RuntimeExport("contract_by_reference")]
    public static void ByReference(ref object target, object value) => target = value;

    [RuntimeExport("contract_small_struct")]
    public static void SmallStruct(ref Pair target, ref Pair source) => target = source;

    [RuntimeExport("contract_large_struct")]
    public static void LargeStruct(ref Large target, ref Large source) => target = source;

    [RuntimeExport("contract_static_struct")]
    public static Pair StaticStruct(Pair value) => s_pair = value;

    internal struct Pair
    {
        public object First;
        public object Second;
    }

    internal struct Large
    {
        public Pair A, B, C, D, E, F, G, H;
        public Pair I, J, K, L, M, N, O, P;
        public nint Number;
    }

    internal sealed class Holder
    {
        public object? Value;
    }
}
