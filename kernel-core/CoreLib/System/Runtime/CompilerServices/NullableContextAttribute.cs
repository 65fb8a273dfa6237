namespace System.Runtime.CompilerServices;

[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Interface |
    AttributeTargets.Delegate,
    Inherited = false)]
public sealed class NullableContextAttribute : Attribute
{
    public NullableContextAttribute(byte flag)
    {
        Flag = flag;
    }

    public readonly byte Flag;
}
