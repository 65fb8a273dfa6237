// A function of another language, declared with DllImport: the kernel has none, and nothing to marshal with.
using System.Runtime;
using System.Runtime.InteropServices;

internal static class ForeignFunctions
{
    [RuntimeExport("contract_call_foreign")]
    public static int CallForeign() => ForeignRoutine(2);

    [DllImport("*", EntryPoint = "contract_foreign_routine")]
    private static extern int ForeignRoutine(int value);
}
