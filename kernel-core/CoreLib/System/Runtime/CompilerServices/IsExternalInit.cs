namespace System.Runtime.CompilerServices;

/// <summary>Marks <c>init</c> accessors: the C# compiler puts it in their signatures.</summary>
public static class IsExternalInit
{
}
