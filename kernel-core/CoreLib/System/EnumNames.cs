using System.Runtime;
using System.Runtime.CompilerServices;
using System.Text;
using Internal.Runtime;
using Tarn.Names;

namespace System;

/// <summary>The names of an enumeration's values, from the table that the build makes (docs/names.md): by value, without its sign, the smallest first.</summary>
/// <remarks>
/// <code>
///  each enumeration:   8  address of its method table; 0 is the end of the table
///                      4  length of what follows the flags
///                      2  how many values it has
///                      2  flags: bit 0, declared [Flags]
///                    8·n  the values, not sign-extended
///                      …  their names in the same order, in UTF-8, each with a zero byte behind it
/// </code>
/// </remarks>
internal readonly unsafe ref struct EnumNames
{
    private const int HeaderLength = 16;

    private readonly byte* _record;

    private EnumNames(byte* record)
    {
        _record = record;
    }

    public int Count => *(ushort*)(_record + 12);

    public bool IsFlags => (*(ushort*)(_record + 14) & 1) != 0;

    private byte* FirstName => _record + HeaderLength + (Count * sizeof(ulong));

    /// <summary>Finds an enumeration.</summary>
    /// <exception cref="NotSupportedException">Names are not linked into this image.</exception>
    public static EnumNames Of(MethodTable* type)
    {
        if (ImageNames.AreLinked)
        {
            for (var record = GetStart(); *(MethodTable**)record is not null; record += HeaderLength + *(int*)(record + 8))
            {
                if (*(MethodTable**)record == type)
                {
                    return new EnumNames(record);
                }
            }
        }

        throw new NotSupportedException("The names of enumerations are not linked into this image.");
    }

    public ulong Value(int index) => ((ulong*)(_record + HeaderLength))[index];

    public ReadOnlySpan<byte> Utf8Name(int index)
    {
        var name = FirstName;
        for (; index > 0; index--)
        {
            name += Length(name) + 1;
        }

        return new ReadOnlySpan<byte>(name, Length(name));
    }

    public string Name(int index) => Encoding.UTF8.GetString(Utf8Name(index));

    /// <summary>The index of a value; -1 where it has no name. Of several with one value it is the one that .NET finds.</summary>
    public int IndexOf(ulong value)
    {
        const int LongestScan = 32;
        var low = 0;
        var high = Count - 1;
        if (Count <= LongestScan)
        {
            while (low <= high && Value(low) != value)
            {
                low++;
            }

            return low <= high ? low : -1;
        }

        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (Value(middle) == value)
            {
                return middle;
            }

            (low, high) = Value(middle) < value ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>The index of a name; -1 where there is none.</summary>
    public int IndexOf(ReadOnlySpan<char> name, bool ignoreCase)
    {
        for (var index = 0; index < Count; index++)
        {
            if (name.Equals(Name(index), ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The names of the flags that a value is made of, with commas between them; null where it is not made of any.</summary>
    public string? Flags(ulong value)
    {
        if (value == 0)
        {
            return Count > 0 && Value(0) == 0 ? Name(0) : "0";
        }

        var index = Count - 1;
        while (index >= 0 && Value(index) > value)
        {
            index--;
        }

        if (index >= 0 && Value(index) == value)
        {
            return Name(index);
        }

        // The largest flags first; in the text the smallest are.
        string? text = null;
        for (; index >= 0 && Value(index) != 0; index--)
        {
            if ((value & Value(index)) == Value(index))
            {
                value -= Value(index);
                text = text is null ? Name(index) : Name(index) + ", " + text;
            }
        }

        return value == 0 ? text : null;
    }

    private static int Length(byte* name)
    {
        var length = 0;
        while (name[length] != 0)
        {
            length++;
        }

        return length;
    }

    [RuntimeImport("*", "tarn_enumerations_get_start")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* GetStart();
}
