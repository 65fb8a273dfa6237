namespace Internal.Runtime;

/// <summary>
/// The first word of a <see cref="MethodTable"/>. The low half is the component size where <see cref="HasComponentSize"/> is set.
/// </summary>
internal static class MethodTableFlags
{
    internal const uint ComponentSizeMask = 0x0000FFFF;

    // The low half where it is not the component size.
    internal const uint IsByRefLike = 0x00000010;
    internal const uint ValueTypeFieldPaddingMask = 0x000000E0;
    internal const int ValueTypeFieldPaddingShift = 5;
    internal const uint NullableValueOffsetMask = 0x00000700;
    internal const int NullableValueOffsetShift = 8;

    internal const uint KindMask = 0x00030000;
    internal const uint KindCanonical = 0x00000000;
    internal const uint KindFunctionPointer = 0x00010000;
    internal const uint KindParameterized = 0x00020000;
    internal const uint KindGenericTypeDefinition = 0x00030000;

    internal const uint HasDispatchMap = 0x00040000;
    internal const uint HasFinalizer = 0x00100000;
    internal const uint HasSealedVirtualSlots = 0x00400000;
    internal const uint HasGenericVariance = 0x00800000;
    internal const uint ContainsPointers = 0x01000000;
    internal const uint IsGeneric = 0x02000000;
    internal const uint ElementTypeMask = 0x7C000000;
    internal const int ElementTypeShift = 26;
    internal const uint HasComponentSize = 0x80000000;
}
