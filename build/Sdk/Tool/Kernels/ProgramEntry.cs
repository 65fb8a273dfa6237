using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Tarn.Sdk.Tool.Kernels;

/// <summary>Lets the start-up code of a plain program call the program's <c>Main</c>.</summary>
/// <remarks>
/// The start-up code (Composition/Program/PlainProgram.cs) is compiled with the program and calls stand-ins: what the entry point looks like, and how
/// a compiler names it, is known afterwards only. Here a call's operand, the 4 bytes of a method's token, is replaced by that of another method of
/// the same signature. Nothing moves, so the symbols fit as before. (ECMA-335, II.25.4 for method bodies, III.3.19 for <c>call</c>.)
/// </remarks>
internal static class ProgramEntry
{
    private const string StartupType = "PlainProgram";
    private const byte Call = 0x28, ElementTypeVoid = 0x01, ElementTypeInt32 = 0x08;

    /// <summary>Connects an assembly's start-up code with its entry point.</summary>
    /// <param name="assembly">The bytes of the assembly; changed.</param>
    /// <exception cref="BadImageFormatException">It has no entry point, or not that start-up code.</exception>
    public static void Connect(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly.ToArray()));
        var metadata = file.GetMetadataReader();
        var entryToken = file.PEHeaders.CorHeader!.EntryPointTokenOrRelativeVirtualAddress;
        if (entryToken == 0)
        {
            throw new BadImageFormatException("the assembly has no entry point");
        }

        var startup = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).First(type => metadata.StringComparer.Equals(type.Name, StartupType));
        var methods = startup.GetMethods().ToDictionary(handle => metadata.GetString(metadata.GetMethodDefinition(handle).Name));
        var kind = KindOf(metadata, (MethodDefinitionHandle)MetadataTokens.EntityHandle(entryToken));
        Replace("Run", methods["RunForStatus"], methods["RunFor" + kind]);
        Replace("RunFor" + kind, methods["MainFor" + kind], (MethodDefinitionHandle)MetadataTokens.EntityHandle(entryToken));

        void Replace(string caller, MethodDefinitionHandle from, MethodDefinitionHandle to)
        {
            var address = metadata.GetMethodDefinition(methods[caller]).RelativeVirtualAddress;
            var code = file.GetMethodBody(address).GetILBytes()!;
            Span<byte> call = [Call, 0, 0, 0, 0];
            BinaryPrimitives.WriteInt32LittleEndian(call[1..], MetadataTokens.GetToken(from));
            var at = code.AsSpan().IndexOf(call);
            if (at < 0)
            {
                throw new BadImageFormatException($"the start-up code's {caller} does not call what stands for the entry point");
            }

            var section = file.PEHeaders.SectionHeaders[file.PEHeaders.GetContainingSectionIndex(address)];
            var body = section.PointerToRawData + address - section.VirtualAddress;
            const byte FormatMask = 3, TinyFormat = 2;
            var header = (assembly[body] & FormatMask) == TinyFormat ? 1 : 12;
            BinaryPrimitives.WriteInt32LittleEndian(assembly.AsSpan(body + header + at + 1), MetadataTokens.GetToken(to));
        }
    }

    /// <summary>Which of the four forms that C# allows an entry point has. A compiler makes one of them of an asynchronous one.</summary>
    private static string KindOf(MetadataReader metadata, MethodDefinitionHandle entry)
    {
        var signature = metadata.GetBlobReader(metadata.GetMethodDefinition(entry).Signature);
        signature.ReadSignatureHeader();
        var parameters = signature.ReadCompressedInteger();
        var result = signature.ReadByte() switch
        {
            ElementTypeVoid => "Nothing",
            ElementTypeInt32 => "Status",
            _ => throw new BadImageFormatException("the entry point returns neither nothing nor a number"),
        };
        return parameters == 0 ? result : result + "WithArguments";
    }
}
