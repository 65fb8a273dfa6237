// Between managed and unmanaged code: assembly called, assembly calling, pointers to functions of both kinds.
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

internal static unsafe class Interop
{
    [RuntimeImport("*", "contract_assembly_routine")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern int AssemblyRoutine(int value);

    [RuntimeExport("contract_call_assembly")]
    public static int CallAssembly() => AssemblyRoutine(1);

    [UnmanagedCallersOnly(EntryPoint = "contract_called_by_assembly")]
    public static int CalledByAssembly(int value) => value + 1;

    [RuntimeExport("contract_managed_pointer")]
    public static int ManagedPointer(delegate*<int, int> function) => function(3);

    [RuntimeExport("contract_unmanaged_pointer")]
    public static int UnmanagedPointer(delegate* unmanaged<int, int> function) => function(4);

    [RuntimeExport("contract_address")]
    public static delegate* unmanaged<int, int> Address() => &CalledByAssembly;
}
