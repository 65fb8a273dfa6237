namespace System.Runtime.CompilerServices;

/// <summary>A call without the transition that a collector could need; here no call has one.</summary>
public class CallConvSuppressGCTransition
{
}
