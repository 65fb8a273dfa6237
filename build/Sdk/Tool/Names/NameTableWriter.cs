using System.Buffers.Binary;
using System.Text;
using Tarn.Names;

namespace Tarn.Sdk.Tool.Names;

/// <summary>Writes the table of names that <see cref="NameTable"/> reads: its form is described there.</summary>
internal static class NameTableWriter
{
    private const int CodeAlignment = 16;
    private const int MethodTableAlignment = 8;

    // What is best differs with the number of names; all are tried.
    private static readonly int[] LeastUses = [3, 4, 5, 6, 8];

    /// <summary>Writes a table.</summary>
    /// <param name="methods">The methods; no two at the same address.</param>
    /// <param name="codeEnd">The address behind the last of them.</param>
    /// <param name="types">The types that have a method table; no two at the same address.</param>
    /// <exception cref="InvalidOperationException">The table cannot hold that many types, or such names.</exception>
    public static byte[] Write(IEnumerable<NamedMethod> methods, ulong codeEnd, IEnumerable<NamedType> types)
    {
        var sortedMethods = methods.OrderBy(method => method.Address).Select(method => method with { Name = Cut(method.Name) }).ToList();
        var sortedTypes = types.OrderBy(type => type.Address).Select(type => type with { Name = Cut(type.Name) }).ToList();
        if (sortedTypes.Count > ushort.MaxValue)
        {
            throw new InvalidOperationException($"The table of names has room for {ushort.MaxValue} types, not for {sortedTypes.Count}.");
        }

        // Types without a method table are those that only declare methods: static classes, most of them.
        var typeNames = sortedTypes.Select(type => type.Name).ToList();
        var known = typeNames.ToHashSet(StringComparer.Ordinal);
        typeNames.AddRange(sortedMethods.Where(method => method.DeclaringType is not null).Select(method => Cut(method.DeclaringType!))
            .Where(known.Add).Order(StringComparer.Ordinal));

        List<string> names = [.. typeNames, .. sortedMethods.Select(method => method.Name)];
        return LeastUses
            .Select(uses => Write(sortedMethods, codeEnd, sortedTypes, typeNames, names, new NameGrammar(names, uses)))
            .MinBy(table => table.Length)!;
    }

    /// <summary>Takes the end off a name that is longer than a table holds, at the border of a character.</summary>
    public static string Cut(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length <= NameReader.MaximumLength)
        {
            return name;
        }

        var length = NameReader.MaximumLength;
        while ((bytes[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static byte[] Write(
        List<NamedMethod> methods,
        ulong codeEnd,
        List<NamedType> types,
        List<string> typeNames,
        List<string> names,
        NameGrammar grammar)
    {
        var codes = new NameCodes(grammar, names.Count);
        var table = new List<byte>(new byte[NameTable.HeaderLength]);
        table.AddRange(grammar.Literals);
        foreach (var (left, right) in codes.Rules)
        {
            table.AddRange([(byte)left, (byte)((left >> 8) | ((right & 0xF) << 4)), (byte)(right >> 4)]);
        }

        for (var index = 0; index < typeNames.Count; index++)
        {
            if (index < types.Count)
            {
                AppendNumber(table, MethodTableDistance(types, index));
            }

            table.AddRange(codes.Encode(index));
        }

        var methodsStart = table.Count;
        var numbers = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var (index, name) in typeNames.Index())
        {
            numbers.TryAdd(name, (uint)index + 1);
        }

        for (var index = 0; index < methods.Count;)
        {
            var declaringType = methods[index].DeclaringType;
            var count = methods.Skip(index).TakeWhile(method => method.DeclaringType == declaringType).Count();
            AppendNumber(table, declaringType is null ? 0 : numbers[Cut(declaringType)]);
            AppendNumber(table, (uint)count);
            for (; count > 0; count--, index++)
            {
                var distance = checked((uint)(methods[index].Address - methods[Math.Max(index - 1, 0)].Address));
                AppendNumber(table, distance % CodeAlignment == 0 ? distance / CodeAlignment * 2 : checked((distance * 2) + 1));
                table.AddRange(codes.Encode(typeNames.Count + index));
            }
        }

        var bytes = table.ToArray();
        var header = bytes.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(header, NameTable.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)bytes.Length);
        if (methods.Count != 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(header[8..], methods[0].Address);
            BinaryPrimitives.WriteUInt32LittleEndian(header[16..], checked((uint)(codeEnd - methods[0].Address)));
        }

        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], (uint)methodsStart);
        if (types.Count != 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(header[24..], types[0].Address);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], (ushort)types.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], (ushort)grammar.Literals.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(header[36..], (ushort)grammar.Rules.Count);
        header[38] = (byte)codes.ShortCodeCount;
        header[39] = (byte)codes.FirstShortEnd;
        BinaryPrimitives.WriteUInt16LittleEndian(header[40..], (ushort)codes.FirstLongEnd);
        return bytes;
    }

    private static uint MethodTableDistance(List<NamedType> types, int index)
    {
        var distance = types[index].Address - types[Math.Max(index - 1, 0)].Address;
        return distance % MethodTableAlignment == 0
            ? checked((uint)(distance / MethodTableAlignment))
            : throw new InvalidOperationException($"The method table of {types[index].Name} is not where one can be.");
    }

    private static void AppendNumber(List<byte> table, uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            table.Add((byte)(value | 0x80));
        }

        table.Add((byte)value);
    }
}
