namespace System.Runtime.CompilerServices;

/// <summary>The calling convention of C; on x86_64 all of them are the one of the System V ABI.</summary>
public class CallConvCdecl
{
}
