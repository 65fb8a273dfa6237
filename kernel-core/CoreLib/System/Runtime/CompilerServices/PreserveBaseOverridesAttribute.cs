namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PreserveBaseOverridesAttribute : Attribute
{
}
