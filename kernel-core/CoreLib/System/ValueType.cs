using Internal.Runtime;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>The base of structs: equality and hash by fields.</summary>
public abstract unsafe class ValueType
{
    /// <summary>The index that asks <see cref="__GetFieldHelper"/> for the number of fields.</summary>
    private const int GetNumFields = -1;

    /// <summary>The full name of the type.</summary>
    /// <exception cref="NotSupportedException">Names are not linked.</exception>
    public override string? ToString() => GetType().ToString();

    /// <summary>
    /// ILC overrides it in each struct whose values bits alone do not compare: asked for <see cref="GetNumFields"/> it returns how many
    /// instance fields there are, or, negated, how many leading bytes may be compared as they are; asked for an index it returns the
    /// field's offset in bytes and its type.
    /// </summary>
    internal virtual int __GetFieldHelper(int index, out MethodTable* mt)
    {
        mt = null;
        return -(int)this.GetMethodTable()->ValueTypeSize;
    }

    /// <summary>
    /// Whether <paramref name="obj"/> is a boxed value of the same type all of whose fields are equal. Boxes the fields that are not
    /// primitive: .NET does, too.
    /// </summary>
    public override bool Equals(object? obj)
    {
        if (obj is null || obj.GetMethodTable() != this.GetMethodTable())
        {
            return false;
        }

        ref var left = ref this.GetRawData();
        ref var right = ref obj.GetRawData();
        var fieldCount = __GetFieldHelper(GetNumFields, out _);
        if (fieldCount < 0)
        {
            return SpanHelpers.SequenceEqual(ref left, ref right, (nuint)(-fieldCount));
        }

        for (var i = 0; i < fieldCount; i++)
        {
            var offset = __GetFieldHelper(i, out var fieldType);
            var leftField = RuntimeExports.RhBoxAny(ref Unsafe.Add(ref left, offset), fieldType);
            var rightField = RuntimeExports.RhBoxAny(ref Unsafe.Add(ref right, offset), fieldType);
            if (!Equals(leftField, rightField))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A hash of the type and of the first field that is not null, or of all bits where bits decide equality.</summary>
    public override int GetHashCode()
    {
        var hash = (uint)RuntimeHelpers.HashAddress((nint)this.GetMethodTable());
        ref var data = ref this.GetRawData();
        var fieldCount = __GetFieldHelper(GetNumFields, out _);
        if (fieldCount < 0)
        {
            for (var i = 0; i < -fieldCount; i++)
            {
                hash = (hash ^ Unsafe.Add(ref data, i)) * 16777619;
            }

            return (int)hash;
        }

        for (var i = 0; i < fieldCount; i++)
        {
            var offset = __GetFieldHelper(i, out var fieldType);
            if (RuntimeExports.RhBoxAny(ref Unsafe.Add(ref data, offset), fieldType) is { } field)
            {
                return (int)((hash ^ (uint)field.GetHashCode()) * 16777619);
            }
        }

        return (int)hash;
    }
}
