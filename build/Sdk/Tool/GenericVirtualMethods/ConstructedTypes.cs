using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tarn.Sdk.Tool.GenericVirtualMethods;

/// <summary>The types of which a compiled program can have objects, from ILC's statistics (<c>--mstat</c>).</summary>
/// <remarks>The format is told in <see cref="Metadata.CompilerStatistics"/>. Behind the symbol of a method table stands <c>constructed</c>
/// where it is a whole one.</remarks>
internal static class ConstructedTypes
{
    private const string Constructed = " constructed";

    /// <summary>Reads the list: classes and structs, each once.</summary>
    /// <exception cref="InvalidDataException">The file is not of the kind that this method reads.</exception>
    public static IReadOnlyList<TypeReference> Read(string path, ProgramAssemblies assemblies) =>
    [
        .. ReadWithSymbols(path, assemblies).Select(pair => pair.Type)
            .Where(type => !ExactTypes.Definition(type).IsInterface)
            .DistinctBy(ExactTypes.Key)
            .OrderBy(ExactTypes.Key, StringComparer.Ordinal),
    ];

    /// <summary>Reads the list, with the symbols of the types' method tables.</summary>
    /// <exception cref="InvalidDataException">The file is not of the kind that this method reads.</exception>
    public static IReadOnlyList<(string Symbol, TypeReference Type)> ReadWithSymbols(string path, ProgramAssemblies assemblies)
    {
        var statistics = assemblies.Open(path);
        using var image = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
        var names = image.GetSectionData(".names");
        var list = statistics.MainModule.GetType("<Module>").Methods.FirstOrDefault(method => method.Name == "Types")
            ?? throw new InvalidDataException($"{path} lists no types.");
        var types = new List<(string Symbol, TypeReference Type)>();
        var instructions = list.Body.Instructions;
        for (var index = 0; index + 2 < instructions.Count; index += 3)
        {
            if (instructions[index].OpCode != OpCodes.Ldtoken)
            {
                break;
            }

            var name = names.GetReader(Number(instructions[index + 2]), names.Length - Number(instructions[index + 2])).ReadSerializedString();
            if (name!.EndsWith(Constructed, StringComparison.Ordinal)
                && instructions[index].Operand is TypeReference type and (GenericInstanceType or not TypeSpecification)
                && !type.ContainsGenericParameter
                && !name.Contains("System___Canon", StringComparison.Ordinal)
                && (type is GenericInstanceType || !ExactTypes.Definition(type).HasGenericParameters))
            {
                types.Add((name[..^Constructed.Length], type));
            }
        }

        return types;
    }

    private static int Number(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldc_I4 => (int)instruction.Operand,
        Code.Ldc_I4_S => (sbyte)instruction.Operand,
        Code.Ldc_I4_M1 => -1,
        var code and >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 => code - Code.Ldc_I4_0,
        var code => throw new InvalidDataException($"{code} is no instruction that loads a number."),
    };
}
