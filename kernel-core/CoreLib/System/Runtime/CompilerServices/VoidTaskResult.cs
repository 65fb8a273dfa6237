namespace System.Runtime.CompilerServices;

/// <summary>The result of methods that have none.</summary>
internal struct VoidTaskResult
{
}
