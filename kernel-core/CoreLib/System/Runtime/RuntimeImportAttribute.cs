namespace System.Runtime;

/// <summary>
/// ILC calls the symbol <see cref="EntryPoint"/> directly, with the managed calling convention (which for these signatures is System V's),
/// no transition and no marshalling. The method is <c>extern</c> with <see cref="CompilerServices.MethodImplOptions.InternalCall"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, Inherited = false)]
public sealed class RuntimeImportAttribute : Attribute
{
    public RuntimeImportAttribute(string entry)
    {
        EntryPoint = entry;
    }

    public RuntimeImportAttribute(string dllName, string entry)
    {
        DllName = dllName;
        EntryPoint = entry;
    }

    public string? DllName { get; }

    public string EntryPoint { get; }
}
