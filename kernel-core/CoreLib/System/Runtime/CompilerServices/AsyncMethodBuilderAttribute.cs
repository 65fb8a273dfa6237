namespace System.Runtime.CompilerServices;

/// <summary>Names the type that builds what an <c>async</c> method returns.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Delegate | AttributeTargets.Enum
        | AttributeTargets.Method,
    Inherited = false,
    AllowMultiple = false)]
public sealed class AsyncMethodBuilderAttribute : Attribute
{
    public AsyncMethodBuilderAttribute(Type builderType)
    {
        BuilderType = builderType;
    }

    public Type BuilderType { get; }
}
