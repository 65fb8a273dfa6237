namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.Assembly, Inherited = false)]
public sealed class DisableRuntimeMarshallingAttribute : Attribute
{
}
