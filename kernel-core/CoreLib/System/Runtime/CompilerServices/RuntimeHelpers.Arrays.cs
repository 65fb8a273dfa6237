namespace System.Runtime.CompilerServices;

public static unsafe partial class RuntimeHelpers
{
    /// <summary>Constant data as a span. ILC puts the address of the data in the image in place of the call.</summary>
    [Intrinsic]
    public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle fldHandle) => throw new PlatformNotSupportedException();

    /// <summary>C#: <c>array[range]</c>, a new array of the same type.</summary>
    public static T[] GetSubArray<T>(T[] array, Range range)
    {
        var (offset, length) = range.GetOffsetAndLength(array.Length);
        if (length == 0)
        {
            return [];
        }

        // By covariance the array may be of something more derived than T, and so must the copy be.
        var result = Unsafe.As<T[]>(RuntimeExports.RhNewArray(array.GetMethodTable(), length));
        Buffer.Memmove(
            ref Unsafe.As<byte, T>(ref Unsafe.As<RawArrayData>(result).Data),
            ref Unsafe.Add(ref Unsafe.As<byte, T>(ref Unsafe.As<RawArrayData>(array).Data), offset),
            (nuint)(uint)length);
        return result;
    }
}
