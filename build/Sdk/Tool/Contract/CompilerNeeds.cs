namespace Tarn.Sdk.Tool.Contract;

/// <summary>
/// What ILC 10.0 looks up by name in the core library, or calls by symbol, and which feature of the language makes it do so.
/// It serves the wording of errors only: what is not in the table is reported all the same, without the reason.
/// </summary>
internal static class CompilerNeeds
{
    // Longest match wins: a type's entry stands for those of its members that have none.
    private static readonly Dictionary<string, LanguageFeature> Members = new(StringComparer.Ordinal)
    {
        ["System.Buffer"] = LanguageFeature.EveryProgram,
        ["System.Buffer.BulkMoveWithWriteBarrier"] = LanguageFeature.StructCopy,
        ["System.SpanHelpers"] = LanguageFeature.EveryProgram,
        ["System.SpanHelpers.Memmove"] = LanguageFeature.BlockCopy,
        ["System.SpanHelpers.Fill"] = LanguageFeature.StructZero,
        ["System.SpanHelpers.ClearWithoutReferences"] = LanguageFeature.StructZero,
        ["System.Runtime.TypeCast"] = LanguageFeature.Cast,
        ["System.Runtime.TypeCast.StelemRef"] = LanguageFeature.StoreArrayElement,
        ["System.Runtime.TypeCast.LdelemaRef"] = LanguageFeature.ArrayElementAddress,
        ["System.Runtime.RuntimeExports"] = LanguageFeature.EveryProgram,
        ["System.Runtime.RuntimeExports.RhBox"] = LanguageFeature.Box,
        ["System.Runtime.RuntimeExports.RhUnbox2"] = LanguageFeature.Unbox,
        ["System.Runtime.RuntimeExports.RhUnboxNullable"] = LanguageFeature.Unbox,
        ["System.Runtime.RuntimeExports.RhUnboxTypeTest"] = LanguageFeature.Unbox,
        ["System.Runtime.TypeLoaderExports.GVMLookupForSlot"] = LanguageFeature.GenericVirtualCall,
        ["System.Runtime.InteropServices.IDynamicInterfaceCastable"] = LanguageFeature.EveryProgram,
        ["Internal.Runtime.CompilerHelpers.StartupCodeHelpers"] = LanguageFeature.EveryProgram,
        ["Internal.Runtime.CompilerHelpers.ArrayHelpers"] = LanguageFeature.NewArray,
        ["Internal.Runtime.CompilerHelpers.LdTokenHelpers"] = LanguageFeature.TypeToken,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers"] = LanguageFeature.EveryProgram,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowFeatureBodyRemoved"] = LanguageFeature.MethodLeftOut,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowBodyRemoved"] = LanguageFeature.MethodLeftOut,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowInstanceBodyRemoved"] = LanguageFeature.MethodLeftOut,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowIndexOutOfRangeException"] = LanguageFeature.ArrayElement,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowArrayTypeMismatchException"] = LanguageFeature.ArrayElementAddress,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowOverflowException"] = LanguageFeature.CheckedArithmetic,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowDivideByZeroException"] = LanguageFeature.Division,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowTypeLoadException"] = LanguageFeature.MissingMember,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowTypeLoadExceptionWithArgument"] = LanguageFeature.MissingMember,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowMissingMethodException"] = LanguageFeature.MissingMember,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowMissingFieldException"] = LanguageFeature.MissingMember,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowFileNotFoundException"] = LanguageFeature.MissingMember,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowInvalidProgramException"] = LanguageFeature.MissingMember,
        ["Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowInvalidProgramExceptionWithArgument"] = LanguageFeature.MissingMember,
        ["Internal.Runtime.CompilerHelpers.SynchronizedMethodHelpers"] = LanguageFeature.SynchronizedMethod,
        ["Internal.Runtime.CompilerHelpers.SynchronizedMethodHelpers.GetClassFromMethodParam"] = LanguageFeature.SynchronizedGenericMethod,
        ["Internal.Runtime.ThreadStatics"] = LanguageFeature.ThreadStatic,
        ["System.Runtime.CompilerServices.ClassConstructorRunner"] = LanguageFeature.StaticField,
        ["System.Array`1"] = LanguageFeature.NewArray,
        ["System.RuntimeType"] = LanguageFeature.TypeToken,
        ["System.Type"] = LanguageFeature.TypeToken,
        ["System.Delegate"] = LanguageFeature.Delegate,
        ["System.MulticastDelegate"] = LanguageFeature.Delegate,
        ["System.Math"] = LanguageFeature.CheckedArithmetic,
        ["System.String.Ctor"] = LanguageFeature.StringConstructor,
    };

    private static readonly Dictionary<string, LanguageFeature> Symbols = new(StringComparer.Ordinal)
    {
        ["RhpNewFast"] = LanguageFeature.NewObject,
        ["RhpNewFinalizable"] = LanguageFeature.NewObject,
        ["RhpNewArrayFast"] = LanguageFeature.NewArray,
        ["RhpNewPtrArrayFast"] = LanguageFeature.NewArray,
        ["RhNewArray"] = LanguageFeature.NewArray,
        ["RhNewVariableSizeObject"] = LanguageFeature.NewArray,
        ["RhNewString"] = LanguageFeature.StringConstructor,
        ["RhpAssignRef"] = LanguageFeature.ReferenceStore,
        ["RhpCheckedAssignRef"] = LanguageFeature.ReferenceStore,
        ["RhpByRefAssignRef"] = LanguageFeature.StructCopy,
        ["RhpInitialDynamicInterfaceDispatch"] = LanguageFeature.InterfaceCall,
        ["RhpResolveInterfaceMethod"] = LanguageFeature.InterfaceDelegate,
        ["RhpThrowEx"] = LanguageFeature.Throw,
        ["RhpRethrow"] = LanguageFeature.Rethrow,
        ["RhpCallCatchFunclet"] = LanguageFeature.ExceptionHandler,
        ["RhpCallFinallyFunclet"] = LanguageFeature.ExceptionHandler,
        ["RhpCallFilterFunclet"] = LanguageFeature.ExceptionHandler,
        ["__security_cookie"] = LanguageFeature.StackAllocation,
        ["RhpFallbackFailFast"] = LanguageFeature.StackAllocation,
        ["RhpStackProbe"] = LanguageFeature.LargeFrame,
        ["fmod"] = LanguageFeature.Remainder,
        ["fmodf"] = LanguageFeature.Remainder,
        ["RhpPInvoke"] = LanguageFeature.Interop,
        ["RhpPInvokeReturn"] = LanguageFeature.Interop,
        ["RhpReversePInvoke"] = LanguageFeature.Interop,
        ["RhpReversePInvokeReturn"] = LanguageFeature.Interop,
        ["RhpGcPoll"] = LanguageFeature.Interop,
        ["RhpTrapThreads"] = LanguageFeature.Interop,
    };

    /// <summary>
    /// Fields that the compiler looks up by name without checking that it finds them: missing, they make it fail in the middle of
    /// something else, or not at all.
    /// </summary>
    public static IReadOnlyList<(string TypeName, string FieldName)> Fields { get; } =
    [
        ("System.Object", "m_pEEType"),
        ("System.String", "_stringLength"),
        ("System.String", "_firstChar"),
        ("System.Delegate", "_firstParameter"),
        ("System.Delegate", "_helperObject"),
        ("System.Delegate", "_extraFunctionPointerOrData"),
        ("System.Delegate", "_functionPointer"),
        ("System.Nullable`1", "hasValue"),
        ("System.Nullable`1", "value"),
        ("System.Span`1", "_reference"),
        ("System.ReadOnlySpan`1", "_reference"),
    ];

    /// <summary>Why the compiler looks for a member of the core library, or null when that is not known.</summary>
    /// <param name="type">The full name of the type.</param>
    /// <param name="member">The member, or null for the type itself.</param>
    public static LanguageFeature? ForMember(string type, string? member) =>
        member is not null && Members.TryGetValue($"{type}.{member}", out var feature) ? feature : Members.GetValueOrDefault(type);

    /// <summary>Why compiled code refers to a symbol, or null when that is not known.</summary>
    public static LanguageFeature? ForSymbol(string symbol) => Symbols.GetValueOrDefault(symbol);
}
