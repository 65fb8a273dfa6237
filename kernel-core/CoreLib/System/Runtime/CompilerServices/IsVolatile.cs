namespace System.Runtime.CompilerServices;

/// <summary>Marks the type of a volatile field in metadata.</summary>
public static class IsVolatile
{
}
