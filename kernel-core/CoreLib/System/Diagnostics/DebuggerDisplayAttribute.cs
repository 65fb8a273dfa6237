namespace System.Diagnostics;

[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum |
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Delegate, AllowMultiple = true, Inherited = false)]
public sealed class DebuggerDisplayAttribute : Attribute
{
    public DebuggerDisplayAttribute(string? value)
    {
        Value = value;
    }

    public string? Value { get; }

    public string? Name { get; set; }

    public string? Type { get; set; }

    public string? TargetTypeName { get; set; }
}
