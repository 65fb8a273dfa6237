using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>
/// What ILC records of the methods and types that it compiled (its option <c>--mstat</c>), as far as names need it: which symbol stands for
/// which of them.
/// </summary>
/// <remarks>
/// The file is an assembly without types. Its global methods are lists: <c>Methods</c> holds <c>ldtoken</c> and four numbers for each
/// method, <c>Types</c> <c>ldtoken</c> and two numbers for each type; the last number is where the symbol is in the section
/// <c>.names</c>. Source: ILC 10.0 (dotnet/runtime, <c>MstatObjectDumper.cs</c>), version 2 of the format.
/// </remarks>
internal sealed class CompilerStatistics : IDisposable
{
    private const int FormatVersion = 2;
    private const byte LoadToken = 0xD0;
    private const byte LoadShortInteger = 0x1F;
    private const byte LoadInteger = 0x20;
    private const byte LoadMinusOne = 0x15;
    private const byte LoadEight = 0x1E;

    private readonly PEReader _image;
    private readonly PEMemoryBlock _names;

    /// <summary>Opens the file.</summary>
    /// <exception cref="BadImageFormatException">It is not such a file, or has another version of the format.</exception>
    public CompilerStatistics(string path)
    {
        Assembly = ManagedAssembly.Open(path);
        var version = Assembly.Reader.GetAssemblyDefinition().Version;
        if (version.Major != FormatVersion)
        {
            throw new BadImageFormatException($"{path} has version {version} of its format; this build knows version {FormatVersion}.");
        }

        _image = new PEReader(File.OpenRead(path));
        _names = _image.GetSectionData(".names");
        Methods = Read("Methods", numbers: 4);
        Types = Read("Types", numbers: 2);
    }

    /// <summary>The file as an assembly: the tokens are its.</summary>
    public ManagedAssembly Assembly { get; }

    /// <summary>The tokens of methods, by symbol.</summary>
    public IReadOnlyDictionary<string, EntityHandle> Methods { get; }

    /// <summary>The tokens of types, by the symbol of their method tables.</summary>
    public IReadOnlyDictionary<string, EntityHandle> Types { get; }

    public void Dispose()
    {
        Assembly.Dispose();
        _image.Dispose();
    }

    private Dictionary<string, EntityHandle> Read(string list, int numbers)
    {
        var metadata = Assembly.Reader;
        var handle = metadata.MethodDefinitions.Single(
            method => metadata.StringComparer.Equals(metadata.GetMethodDefinition(method).Name, list));
        var reader = Assembly.Body(handle)!.GetILReader();
        var entries = new Dictionary<string, EntityHandle>(StringComparer.Ordinal);
        while (reader.RemainingBytes > 0)
        {
            if (reader.ReadByte() != LoadToken)
            {
                break;
            }

            var token = MetadataTokens.EntityHandle(reader.ReadInt32());
            var symbol = 0;
            for (var number = 0; number < numbers; number++)
            {
                symbol = ReadInteger(ref reader);
            }

            // After the symbol of a method table stands what part of one it is.
            entries.TryAdd(_names.GetReader(symbol, _names.Length - symbol).ReadSerializedString()!.Split(' ')[0], token);
        }

        return entries;
    }

    private static int ReadInteger(ref BlobReader reader) => reader.ReadByte() switch
    {
        LoadInteger => reader.ReadInt32(),
        LoadShortInteger => reader.ReadSByte(),
        var code and >= LoadMinusOne and <= LoadEight => code - LoadMinusOne - 1,
        var code => throw new BadImageFormatException($"0x{code:x} is no instruction that loads a number"),
    };
}
