namespace System.Diagnostics;

[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class DebuggerTypeProxyAttribute : Attribute
{
    public DebuggerTypeProxyAttribute(Type type)
    {
        ProxyType = type;
    }

    public DebuggerTypeProxyAttribute(string typeName)
    {
        ProxyTypeName = typeName;
    }

    public Type? ProxyType { get; }

    public string? ProxyTypeName { get; }
}
