namespace System.Runtime;

/// <summary>ILC gives the method's code the name <see cref="EntryPoint"/> as a symbol, with the managed calling convention.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RuntimeExportAttribute : Attribute
{
    public RuntimeExportAttribute(string entry)
    {
        EntryPoint = entry;
    }

    public string EntryPoint { get; }
}
