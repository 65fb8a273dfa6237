using Internal.Runtime;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>The base of all arrays: here what knows their layout; the static methods that work on elements are in another part.</summary>
/// <remarks>
/// After the method table: the length (four bytes), four bytes of padding, for several dimensions all lengths and then all lower bounds
/// (four bytes each), the elements.
/// </remarks>
public abstract unsafe partial class Array
{
    // Found by name by the compiler.
    internal int _numComponents;

    /// <summary>The largest number of elements, 0x7FFFFFC7, as in .NET.</summary>
    public static int MaxLength => 0x7FFFFFC7;

    public int Length => _numComponents;

    public long LongLength => _numComponents;

    public int Rank => this.GetMethodTable()->ArrayRank;

    /// <summary>Bytes of an element.</summary>
    internal nuint ElementSize => this.GetMethodTable()->ComponentSize;

    private bool IsMultiDimensional => !this.GetMethodTable()->IsSingleDimensionalArray;

    public int GetLength(int dimension)
    {
        if ((uint)dimension >= (uint)Rank)
        {
            ThrowHelper.ThrowIndexOutOfRangeException();
        }

        return IsMultiDimensional ? Unsafe.Add(ref Bounds, dimension) : _numComponents;
    }

    public long GetLongLength(int dimension) => GetLength(dimension);

    public int GetLowerBound(int dimension)
    {
        if ((uint)dimension >= (uint)Rank)
        {
            ThrowHelper.ThrowIndexOutOfRangeException();
        }

        return IsMultiDimensional ? Unsafe.Add(ref Bounds, Rank + dimension) : 0;
    }

    public int GetUpperBound(int dimension) => GetLowerBound(dimension) + GetLength(dimension) - 1;

    /// <summary>The lengths of the dimensions, then their lower bounds. Only where there are several dimensions.</summary>
    internal ref int Bounds => ref Unsafe.As<byte, int>(ref Unsafe.As<RawArrayData>(this).Data);

    /// <summary>The first byte of the first element.</summary>
    internal ref byte Data => ref Unsafe.AddByteOffset(
        ref Unsafe.As<RawArrayData>(this).Data, (nuint)(this.GetMethodTable()->BaseSize - MethodTable.SingleDimensionalArrayBaseSize));
}
