using Mono.Cecil;

namespace Tarn.Sdk.Tool.GenericVirtualMethods;

/// <summary>The assemblies of a program, as a library that reads and writes IL (Mono.Cecil) has them; each is found by its simple name.</summary>
internal sealed class ProgramAssemblies : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens assemblies. What is no managed assembly is left out: the compiler has said so already.</summary>
    public ProgramAssemblies(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            try
            {
                var assembly = Open(path);
                _byName.TryAdd(assembly.Name.Name, assembly);
            }
            catch (Exception exception) when (exception is BadImageFormatException or IOException)
            {
                Unreadable.Add(path);
            }
        }
    }

    /// <summary>The files that could not be read.</summary>
    public IList<string> Unreadable { get; } = [];

    /// <summary>All types that the assemblies define, nested ones included.</summary>
    public IEnumerable<TypeDefinition> Types => _byName.Values.SelectMany(assembly => assembly.MainModule.GetTypes());

    /// <summary>A type of an assembly.</summary>
    /// <exception cref="InvalidDataException">It is not there.</exception>
    public TypeDefinition Find(string assembly, string fullName) =>
        (_byName.TryGetValue(assembly, out var found) ? found.MainModule.GetType(fullName) : null)
        ?? throw new InvalidDataException($"{assembly} does not have {fullName}.");

    /// <summary>Opens an assembly whose references lead to these.</summary>
    public AssemblyDefinition Open(string path) =>
        AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this, InMemory = true });

    public AssemblyDefinition Resolve(AssemblyNameReference name) =>
        _byName.TryGetValue(name.Name, out var assembly) ? assembly : throw new AssemblyResolutionException(name);

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    public void Dispose()
    {
        foreach (var assembly in _byName.Values)
        {
            assembly.Dispose();
        }
    }
}
