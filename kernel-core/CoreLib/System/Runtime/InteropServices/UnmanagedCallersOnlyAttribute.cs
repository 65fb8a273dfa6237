namespace System.Runtime.InteropServices;

/// <summary>ILC compiles the method with the platform's C calling convention and gives it the symbol <see cref="EntryPoint"/>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class UnmanagedCallersOnlyAttribute : Attribute
{
    public UnmanagedCallersOnlyAttribute()
    {
    }

    // Found by name by the compiler.
    public Type[]? CallConvs;

    public string? EntryPoint;
}
