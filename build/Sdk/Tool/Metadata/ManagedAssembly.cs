using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Tarn.Sdk.Tool.Diagnostics;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>An assembly's metadata, code and, where its symbol file is there, source lines.</summary>
internal sealed class ManagedAssembly : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReaderProvider? _symbolProvider;
    private readonly MetadataReader? _symbols;

    private ManagedAssembly(string path)
    {
        _image = new PEReader(File.OpenRead(path));
        Reader = _image.HasMetadata ? _image.GetMetadataReader() : throw new BadImageFormatException($"{path} has no metadata.");
        Name = Reader.GetString(Reader.GetAssemblyDefinition().Name);
        if (_image.TryOpenAssociatedPortablePdb(path, OpenIfExists, out _symbolProvider, out _) && _symbolProvider is not null)
        {
            _symbols = _symbolProvider.GetMetadataReader();
        }

        foreach (var handle in Reader.TypeDefinitions)
        {
            TypesByName[SignatureText.NameOf(Reader, handle)] = handle;
        }

        static Stream? OpenIfExists(string path) => File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <summary>The assembly's simple name.</summary>
    public string Name { get; }

    /// <summary>Its metadata tables.</summary>
    public MetadataReader Reader { get; }

    /// <summary>The types that it defines, by full name.</summary>
    public Dictionary<string, TypeDefinitionHandle> TypesByName { get; } = new(StringComparer.Ordinal);

    /// <summary>Opens an assembly file.</summary>
    /// <exception cref="BadImageFormatException">The file is no managed assembly.</exception>
    public static ManagedAssembly Open(string path) => new(path);

    /// <summary>Every method that the assembly defines, in the order of its metadata.</summary>
    public IEnumerable<ManagedMethod> Methods()
    {
        foreach (var typeHandle in Reader.TypeDefinitions)
        {
            var typeName = SignatureText.NameOf(Reader, typeHandle);
            foreach (var handle in Reader.GetTypeDefinition(typeHandle).GetMethods())
            {
                var method = Reader.GetMethodDefinition(handle);
                var count = method.DecodeSignature(SignatureText.Instance, null).ParameterTypes.Length;
                yield return new ManagedMethod(this, handle, typeName, Reader.GetString(method.Name), count);
            }
        }
    }

    /// <summary>A method's body, or null where it has none (abstract and external methods).</summary>
    public MethodBodyBlock? Body(MethodDefinitionHandle handle) =>
        Reader.GetMethodDefinition(handle).RelativeVirtualAddress is var address and not 0 ? _image.GetMethodBody(address) : null;

    /// <summary>The source line of an instruction, as the symbol file records it, or null where there is none.</summary>
    /// <param name="handle">The method.</param>
    /// <param name="offset">The instruction's offset in its IL.</param>
    public SourceLocation? Locate(MethodDefinitionHandle handle, int offset)
    {
        if (_symbols is null)
        {
            return null;
        }

        SequencePoint? best = null;
        foreach (var point in _symbols.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints())
        {
            if (point.IsHidden)
            {
                continue;
            }

            // Compiler-generated code in front of the first statement belongs to it.
            if (best is null || point.Offset <= offset)
            {
                best = point;
            }
        }

        return best is { } found
            ? new SourceLocation(_symbols.GetString(_symbols.GetDocument(found.Document).Name), found.StartLine, found.StartColumn)
            : null;
    }

    public void Dispose()
    {
        _symbolProvider?.Dispose();
        _image.Dispose();
    }
}
