namespace System.Runtime.CompilerServices;

/// <summary>ILC replaces calls of the method, or treats the type, by knowledge of its own; the body is what it falls back to.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method |
    AttributeTargets.Constructor | AttributeTargets.Field,
    Inherited = false)]
internal sealed class IntrinsicAttribute : Attribute
{
}
