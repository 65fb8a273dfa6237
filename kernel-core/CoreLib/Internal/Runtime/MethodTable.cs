using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>
/// What ILC emits for each type: its shape, base, virtual methods and interfaces. Read-only data whose address identifies the type.
/// </summary>
/// <remarks>
/// <code>
///  offset  type     meaning
///       0  uint     flags: <see cref="MethodTableFlags"/>
///       4  uint     bytes of an instance, header word included, rounded up to 8; how many parameters a generic definition has
///       8  pointer  the base class; what an array or a pointer is of
///      16  ushort   virtual slots
///      18  ushort   interfaces
///      20  uint     hash code
///      24  pointer  one for each virtual slot, then one for each interface
///       …  int      type manager, writable data                    always
///       …  int      dispatch map, finalizer, sealed virtual slots  each if its flag is set
///       …  int      generic definition, generic arguments          if <see cref="MethodTableFlags.IsGeneric"/>;
///                                                                  a variant definition has its variances in the place of the arguments
/// </code>
/// The <c>int</c>s are relative pointers: the target is that many bytes from the <c>int</c> itself. Source: ILC 10.0 (dotnet/runtime,
/// <c>EETypeNode.cs</c> writes it, <c>MethodTable.cs</c> reads it).
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct MethodTable
{
    /// <summary>The base size of an array of one dimension: header word, method table, length with its padding.</summary>
    internal const uint SingleDimensionalArrayBaseSize = 24;

    private const uint ObjectHeaderAndMethodTableSize = 16;

    private readonly uint _flags;
    private readonly uint _baseSize;
    private readonly MethodTable* _relatedType;
    private readonly ushort _virtualSlotCount;
    private readonly ushort _interfaceCount;
    private readonly uint _hashCode;

    /// <summary>The method table of a type that is known where the call is compiled. ILC puts the address in its place.</summary>
    [Intrinsic]
    internal static extern MethodTable* Of<T>() where T : allows ref struct;

    internal ElementType ElementType => (ElementType)((_flags & MethodTableFlags.ElementTypeMask) >> MethodTableFlags.ElementTypeShift);

    internal bool HasComponentSize => (int)_flags < 0;

    /// <summary>Bytes of an array element or of a character of a string; 0 for anything else.</summary>
    internal uint ComponentSize => HasComponentSize ? _flags & MethodTableFlags.ComponentSizeMask : 0;

    /// <summary>The same of a type that is known to be an array or a string.</summary>
    internal uint ElementSize => (ushort)_flags;

    /// <summary>Bytes of an instance, with the header word; of an array or a string, without its elements.</summary>
    internal uint BaseSize => _baseSize;

    internal bool IsCanonical => (_flags & MethodTableFlags.KindMask) == MethodTableFlags.KindCanonical;

    internal bool IsParameterized => (_flags & MethodTableFlags.KindMask) == MethodTableFlags.KindParameterized;

    internal bool IsFunctionPointer => (_flags & MethodTableFlags.KindMask) == MethodTableFlags.KindFunctionPointer;

    internal bool IsGenericTypeDefinition => (_flags & MethodTableFlags.KindMask) == MethodTableFlags.KindGenericTypeDefinition;

    internal bool IsGeneric => (_flags & MethodTableFlags.IsGeneric) != 0;

    /// <summary>
    /// A generic interface or delegate with a co- or contravariant parameter, or an interface that arrays implement covariantly.
    /// </summary>
    internal bool HasGenericVariance => (_flags & MethodTableFlags.HasGenericVariance) != 0;

    internal bool HasDispatchMap => (_flags & MethodTableFlags.HasDispatchMap) != 0;

    internal bool HasFinalizer => (_flags & MethodTableFlags.HasFinalizer) != 0;

    internal bool ContainsGCPointers => (_flags & MethodTableFlags.ContainsPointers) != 0;

    internal bool IsValueType => ElementType < ElementType.Class;

    /// <summary>A primitive or an enum.</summary>
    internal bool IsPrimitive => ElementType < ElementType.ValueType;

    internal bool IsNullable => ElementType == ElementType.Nullable;

    internal bool IsInterface => ElementType == ElementType.Interface;

    internal bool IsArray => ElementType is ElementType.Array or ElementType.SingleDimensionalArray;

    internal bool IsSingleDimensionalArray => ElementType == ElementType.SingleDimensionalArray;

    internal bool IsPointer => ElementType == ElementType.Pointer;

    internal bool IsByRef => ElementType == ElementType.ByRef;

    internal bool IsByRefLike => IsValueType && (_flags & MethodTableFlags.IsByRefLike) != 0;

    /// <summary>
    /// Tells arrays of different rank, pointers (0) and references (1) apart: two parameterised types are related only if theirs are equal.
    /// </summary>
    internal uint ParameterizedShape => _baseSize;

    /// <summary>How many dimensions an array has.</summary>
    internal int ArrayRank => IsSingleDimensionalArray ? 1 : (int)((_baseSize - SingleDimensionalArrayBaseSize) / (2 * sizeof(int)));

    /// <summary>
    /// The base class, null at the root, for interfaces and generic definitions. Not for arrays and pointers, whose related type is
    /// another.
    /// </summary>
    internal MethodTable* BaseType => _relatedType;

    /// <summary>What an array, pointer or reference is of.</summary>
    internal MethodTable* RelatedParameterType => _relatedType;

    /// <summary>Bytes of a value where it is not boxed.</summary>
    internal uint ValueTypeSize => _baseSize - ObjectHeaderAndMethodTableSize - ValueTypeFieldPadding;

    internal MethodTable* NullableType => GenericArgument(0);

    /// <summary>Where in a <see cref="System.Nullable{T}"/> the value is, in bytes.</summary>
    internal uint NullableValueOffset =>
        1u << (int)((_flags & MethodTableFlags.NullableValueOffsetMask) >> MethodTableFlags.NullableValueOffsetShift);

    internal int InterfaceCount => _interfaceCount;

    internal int VirtualSlotCount => _virtualSlotCount;

    internal nint* VirtualSlots => (nint*)(Address + sizeof(MethodTable));

    internal MethodTable** Interfaces => (MethodTable**)(VirtualSlots + _virtualSlotCount);

    /// <summary>
    /// Eight bytes of the data section that belong to the type: here the reference to its <see cref="System.RuntimeType"/>.
    /// </summary>
    internal nint* WritableData => (nint*)Target(Fields + 1);

    /// <summary>Null if the type itself implements no interface method.</summary>
    internal DispatchMap* DispatchMap => HasDispatchMap ? (DispatchMap*)Target(Fields + 2) : null;

    /// <summary>The code of the finalizer; null where there is none.</summary>
    internal delegate*<object, void> Finalizer =>
        HasFinalizer ? (delegate*<object, void>)Target(Fields + 2 + FlagAsInteger(MethodTableFlags.HasDispatchMap)) : null;

    /// <summary>How many type parameters a generic definition, or the definition of a generic type, has.</summary>
    internal int GenericArity => IsGenericTypeDefinition ? (ushort)_baseSize : (ushort)GenericDefinition->_baseSize;

    internal MethodTable* GenericDefinition => (MethodTable*)Target(GenericDefinitionField);

    /// <summary>One for each type parameter of the definition; null where <see cref="HasGenericVariance"/> is false.</summary>
    internal GenericVariance* GenericVariances
    {
        get
        {
            if (!HasGenericVariance)
            {
                return null;
            }

            return IsGenericTypeDefinition ? (GenericVariance*)Target(GenericDefinitionField) : GenericDefinition->GenericVariances;
        }
    }

    private byte* Address => (byte*)Unsafe.AsPointer(in this);

    private uint ValueTypeFieldPadding =>
        (_flags & MethodTableFlags.ValueTypeFieldPaddingMask) >> MethodTableFlags.ValueTypeFieldPaddingShift;

    /// <summary>The relative pointers that follow the interfaces.</summary>
    private int* Fields => (int*)(Interfaces + _interfaceCount);

    private int* SealedVirtualSlotsField =>
        Fields + 2 + FlagAsInteger(MethodTableFlags.HasDispatchMap) + FlagAsInteger(MethodTableFlags.HasFinalizer);

    private int* GenericDefinitionField => SealedVirtualSlotsField + FlagAsInteger(MethodTableFlags.HasSealedVirtualSlots);

    internal MethodTable* GenericArgument(int index)
    {
        // A single argument is in the field itself; several are in a list elsewhere, of relative pointers again.
        var field = GenericDefinitionField + 1;
        return (MethodTable*)Target(GenericArity == 1 ? field : (int*)Target(field) + index);
    }

    /// <summary>
    /// The code of a virtual method that nothing overrides, which therefore has no place in the virtual slots of derived classes.
    /// </summary>
    internal nint SealedVirtualSlot(int slot) => (nint)Target((int*)Target(SealedVirtualSlotsField) + slot);

    private static byte* Target(int* relativePointer) => (byte*)relativePointer + *relativePointer;

    private int FlagAsInteger(uint flag) => (_flags & flag) != 0 ? 1 : 0;
}
