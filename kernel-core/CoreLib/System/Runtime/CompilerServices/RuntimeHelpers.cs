using Internal.Runtime;

namespace System.Runtime.CompilerServices;

public static unsafe partial class RuntimeHelpers
{
    /// <summary>
    /// How far the first character of a string is from the reference to it, in bytes. The C# compiler uses it for <c>fixed</c>.
    /// </summary>
    public static int OffsetToStringData => 12;

    /// <summary>
    /// Fills an array from data in the image. ILC copies the bytes itself where it sees the field; this is what remains for it to
    /// recognise.
    /// </summary>
    [Intrinsic]
    public static void InitializeArray(Array array, RuntimeFieldHandle fldHandle) => throw new PlatformNotSupportedException();

    /// <summary>Whether <typeparamref name="T"/> is, or contains, a reference. ILC puts a constant in place of the call.</summary>
    [Intrinsic]
    public static bool IsReferenceOrContainsReferences<T>() where T : allows ref struct
    {
        var type = MethodTable.Of<T>();
        return !type->IsValueType || type->ContainsGCPointers;
    }

    /// <summary>
    /// Whether two values of <typeparamref name="T"/> are equal exactly when their bits are. ILC puts a constant in place of the call.
    /// </summary>
    [Intrinsic]
    internal static bool IsBitwiseEquatable<T>() => false;

    /// <summary>
    /// Whether the compiler sees <paramref name="value"/> as a constant at this call. ILC puts a constant in place of the call.
    /// </summary>
    [Intrinsic]
    internal static bool IsKnownConstant<T>(T value) where T : struct => false;

    /// <summary>
    /// A string of <paramref name="length"/> zero characters (and one more at its end), to be filled in by whoever made it before others
    /// see it.
    /// </summary>
    internal static string NewString(int length) => Unsafe.As<string>(RuntimeExports.RhNewArray(MethodTable.Of<string>(), length));

    /// <summary>The hash of an object's identity, whatever its class overrides.</summary>
    public static int GetHashCode(object? o) => HashAddress(Unsafe.As<object?, nint>(ref o));

    /// <summary>Whether the references are the same, or both objects are boxes of one type with the same bits.</summary>
    public static new bool Equals(object? o1, object? o2)
    {
        if (o1 == o2)
        {
            return true;
        }

        if (o1 is null || o2 is null)
        {
            return false;
        }

        var type = o1.GetMethodTable();
        return type == o2.GetMethodTable() && type->IsValueType &&
            SpanHelpers.SequenceEqual(ref o1.GetRawData(), ref o2.GetRawData(), type->ValueTypeSize);
    }

    /// <summary>Mixes the bits of an address.</summary>
    internal static int HashAddress(nint address)
    {
        // Objects are 8 bytes apart at least. 2^64 divided by the golden ratio spreads neighbours (Knuth, The Art of Computer Programming,
        // volume 3, 6.4).
        return (int)(((ulong)address >> 3) * 0x9E3779B97F4A7C15 >> 32);
    }

    internal static MethodTable* GetMethodTable(this object o) => o.m_pEEType;

    /// <summary>The first byte after the method table pointer: the first field, the boxed value, the length of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref byte GetRawData(this object o) => ref Unsafe.As<RawData>(o).Data;
}
