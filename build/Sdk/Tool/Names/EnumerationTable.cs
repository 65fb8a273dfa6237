using System.Buffers.Binary;
using System.Text;
using Mono.Cecil;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.GenericVirtualMethods;

namespace Tarn.Sdk.Tool.Names;

/// <summary>Writes the names of enumerations' values for the kernel. The format is told where it is read, in kernel-core/CoreLib/System/EnumNames.cs.</summary>
internal static class EnumerationTable
{
    /// <summary>The function that is linked where the kernel asks for the table.</summary>
    public const string ReaderSymbol = "tarn_enumerations_get_start";

    private const int HeaderLength = 16;
    private const string FlagsAttribute = "System.FlagsAttribute";

    /// <summary>The table of all enumerations of which a linked image can have boxed values; empty where the image does not ask for it.</summary>
    /// <exception cref="InvalidDataException">The compiler's statistics or an assembly cannot be read.</exception>
    public static byte[] Write(ElfFile image, string statisticsPath, IEnumerable<string> assemblyPaths)
    {
        if (!image.Symbols.Any(symbol => symbol.Name == ReaderSymbol && !symbol.IsUndefined))
        {
            return [];
        }

        using var assemblies = new ProgramAssemblies(assemblyPaths);
        var addresses = image.Symbols.GroupBy(symbol => symbol.Name).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        var table = new MemoryStream();
        foreach (var (symbol, type) in ConstructedTypes.ReadWithSymbols(statisticsPath, assemblies))
        {
            if (addresses.TryGetValue(symbol, out var address) && ExactTypes.Definition(type) is { IsEnum: true } definition)
            {
                table.Write(Record(address, definition));
            }
        }

        table.Write(new byte[sizeof(ulong)]);
        return table.ToArray();
    }

    private static byte[] Record(ulong address, TypeDefinition type)
    {
        var fields = type.Fields.Where(field => field.IsLiteral).ToList();
        var names = fields.Select(field => field.Name).ToArray();
        var values = fields.Select(field => Bits(field.Constant)).ToArray();

        // As .NET sorts them: which of several names of one value is found depends on it.
        Array.Sort(values, names);

        var content = new MemoryStream();
        var number = new byte[sizeof(ulong)];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(number, value);
            content.Write(number);
        }

        foreach (var name in names)
        {
            content.Write(Encoding.UTF8.GetBytes(name));
            content.WriteByte(0);
        }

        // The next record begins with a number of eight bytes.
        while (content.Length % sizeof(ulong) != 0)
        {
            content.WriteByte(0);
        }

        var record = new byte[HeaderLength + content.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(record, address);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), (uint)content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(12), checked((ushort)values.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(
            record.AsSpan(14), type.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == FlagsAttribute) ? (ushort)1 : (ushort)0);
        content.ToArray().CopyTo(record, HeaderLength);
        return record;
    }

    // The number, with zeros above its own bits.
    private static ulong Bits(object constant) => constant switch
    {
        sbyte value => (byte)value,
        short value => (ushort)value,
        int value => (uint)value,
        long value => (ulong)value,
        byte value => value,
        ushort value => value,
        uint value => value,
        ulong value => value,
        char value => value,
        bool value => value ? 1u : 0u,
        _ => throw new InvalidDataException($"{constant.GetType()} is no type of an enumeration's values."),
    };
}
