namespace System.Runtime.CompilerServices;

/// <summary>The struct holds a buffer that unchecked code may overrun; ILC guards frames that hold one with the security cookie.</summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class UnsafeValueTypeAttribute : Attribute
{
}
