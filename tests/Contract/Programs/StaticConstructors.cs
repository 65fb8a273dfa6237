// Classes whose static constructor has an effect, so that it cannot be run by the compiler: each kind of static data behind it.
using System.Runtime;

internal static class StaticConstructors
{
    private static int s_order;

    [RuntimeExport("contract_number")]
    public static int Number() => Numbers.Value;

    [RuntimeExport("contract_reference")]
    public static object Reference() => References.Value;

    [RuntimeExport("contract_method")]
    public static int Method() => Methods.Get();

    private static int Next() => ++s_order;

    internal static class Numbers
    {
        public static readonly int Value = Next();
    }

    internal static class References
    {
        public static readonly object Value = new int[Next()];
    }

    internal static class Methods
    {
        private static readonly int s_value;

        static Methods() => s_value = Next();

        public static int Get() => s_value;
    }
}
