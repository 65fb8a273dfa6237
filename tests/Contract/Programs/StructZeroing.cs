// Structs zeroed and copied: small, large, with references in them; spans cleared and copied.
using System;
using System.Runtime;

internal static class StructZeroing
{
    [RuntimeExport("contract_zero_small")]
    public static void ZeroSmall(ref Small target) => target = default;

    [RuntimeExport("contract_zero_large")]
    public static void ZeroLarge(ref Large target) => target = default;

    [RuntimeExport("contract_zero_references")]
    public static void ZeroReferences(ref References target) => target = default;

    [RuntimeExport("contract_copy_large")]
    public static void CopyLarge(ref Large target, ref Large source) => target = source;

    [RuntimeExport("contract_clear_span")]
    public static void ClearSpan(Span<byte> span) => span.Clear();

    [RuntimeExport("contract_copy_span")]
    public static void CopySpan(ReadOnlySpan<byte> source, Span<byte> target) => source.CopyTo(target);

    internal struct Small
    {
        public long A, B;
    }

    internal struct Middle
    {
        public long A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P;
    }

    internal struct Large
    {
        public Middle A, B, C, D, E, F, G, H;
    }

    internal struct References
    {
        public object First;
        public Small Numbers;
        public object Second;
    }
}
