namespace System.Runtime.CompilerServices;

/// <summary>On x86_64 the calling convention of C: there is no other.</summary>
public class CallConvMemberFunction
{
}
