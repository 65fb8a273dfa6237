using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>ILC: called by name for <c>new</c> of arrays with several dimensions.</summary>
internal static unsafe class ArrayHelpers
{
    /// <exception cref="OverflowException">A length is negative.</exception>
    /// <exception cref="OutOfMemoryException">The elements are more than an array can have.</exception>
    private static object NewObjArray(nint methodTable, int lengthCount, int* lengths)
    {
        var type = (MethodTable*)methodTable;
        var elementCount = 1;
        for (var i = 0; i < lengthCount; i++)
        {
            if (lengths[i] < 0)
            {
                ThrowHelper.ThrowOverflowException();
            }

            var product = (long)elementCount * lengths[i];
            if (product > int.MaxValue)
            {
                throw new OutOfMemoryException("Array dimensions exceeded supported range.");
            }

            elementCount = (int)product;
        }

        var array = Unsafe.As<Array>(RuntimeExports.RhNewArray(type, elementCount));
        ref var bounds = ref array.Bounds;
        for (var i = 0; i < lengthCount; i++)
        {
            Unsafe.Add(ref bounds, i) = lengths[i];
        }

        return array;
    }

    /// <summary>For constructors that C# does not call: lower bounds other than zero.</summary>
    private static object NewObjArrayRare(nint methodTable, int lengthCount, int* lengths) =>
        throw new PlatformNotSupportedException("Arrays with lower bounds other than zero are not supported.");
}
