namespace System.Runtime.CompilerServices;

/// <summary>The C# compiler reads from these constants which features of the language the core library supports.</summary>
public static class RuntimeFeature
{
    public const string PortablePdb = nameof(PortablePdb);
    public const string DefaultImplementationsOfInterfaces = nameof(DefaultImplementationsOfInterfaces);
    public const string UnmanagedSignatureCallingConvention = nameof(UnmanagedSignatureCallingConvention);
    public const string CovariantReturnsOfClasses = nameof(CovariantReturnsOfClasses);
    public const string ByRefFields = nameof(ByRefFields);
    public const string ByRefLikeGenerics = nameof(ByRefLikeGenerics);
    public const string VirtualStaticsInInterfaces = nameof(VirtualStaticsInInterfaces);
    public const string NumericIntPtr = nameof(NumericIntPtr);

    /// <summary>Code is compiled ahead of time only.</summary>
    public static bool IsDynamicCodeSupported => false;

    /// <summary>Code is compiled ahead of time only.</summary>
    public static bool IsDynamicCodeCompiled => false;

    public static bool IsSupported(string feature) => feature is
        PortablePdb or DefaultImplementationsOfInterfaces or UnmanagedSignatureCallingConvention or CovariantReturnsOfClasses or
        ByRefFields or ByRefLikeGenerics or VirtualStaticsInInterfaces or NumericIntPtr;
}
