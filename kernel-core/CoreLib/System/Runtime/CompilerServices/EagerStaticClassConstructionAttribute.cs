namespace System.Runtime.CompilerServices;

/// <summary>ILC: the static constructor of the class runs at start-up.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class EagerStaticClassConstructionAttribute : Attribute
{
}
