// Code that runs before anything else of its assembly.
using System.Runtime;
using System.Runtime.CompilerServices;

internal static class ModuleInitializers
{
    private static int s_order;

    [ModuleInitializer]
    internal static void Initialize() => s_order = 1;

    [RuntimeExport("contract_order")]
    public static int Order() => s_order;
}
