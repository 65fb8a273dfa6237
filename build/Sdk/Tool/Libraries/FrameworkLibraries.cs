using System.Collections;
using System.Resources;
using Mono.Cecil;

namespace Tarn.Sdk.Tool.Libraries;

/// <summary>
/// Makes .NET's own libraries fit Tarn's core library. They refer to assemblies that a kernel does not have, such as System.Runtime, which
/// in .NET say where types are; for each of these a facade is written, with the same name and key, that says they are in the core library.
/// </summary>
internal sealed class FrameworkLibraries : IDisposable
{
    private const string Extension = ".dll";
    private const string ResourceSuffix = ".resources";

    private readonly string _folder;
    private readonly AssemblyDefinition _core;
    private readonly HashSet<string> _coreTypes;
    private readonly SortedDictionary<string, AssemblyDefinition> _libraries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, AssemblyDefinition> _facades = new(StringComparer.Ordinal);

    /// <summary>Finds all that libraries need.</summary>
    /// <param name="corePath">The core library.</param>
    /// <param name="folder">.NET's assemblies.</param>
    /// <param name="names">The libraries, by assembly name.</param>
    /// <exception cref="InvalidDataException">There is no such library, or its types are the core library's.</exception>
    public FrameworkLibraries(string corePath, string folder, IEnumerable<string> names)
    {
        _folder = folder;
        _core = AssemblyDefinition.ReadAssembly(corePath, new ReaderParameters { InMemory = true });
        _coreTypes = [.. _core.MainModule.Types.Where(type => type.IsPublic).Select(type => type.FullName)];
        foreach (var name in names)
        {
            var assembly = Open(name) ?? throw new InvalidDataException($".NET has no library {name}");
            if (IsInCore(assembly))
            {
                throw new InvalidDataException($"the types of {name} are in the core library: no project needs to ask for it");
            }

            Add(name, assembly);
        }
    }

    /// <summary>The libraries themselves, those that they use included.</summary>
    public IEnumerable<string> LibraryPaths => _libraries.Keys.Select(PathOf);

    /// <summary>The names of the facades.</summary>
    public IEnumerable<string> FacadeNames => _facades.Keys;

    /// <summary>Writes the facades.</summary>
    public void WriteFacades(string folder)
    {
        foreach (var (name, original) in _facades)
        {
            using var facade = AssemblyDefinition.CreateAssembly(
                new AssemblyNameDefinition(name, original.Name.Version) { PublicKey = original.Name.PublicKey },
                name + Extension,
                new ModuleParameters { Kind = ModuleKind.Dll, Runtime = TargetRuntime.Net_4_0 });
            var module = facade.MainModule;
            var core = new AssemblyNameReference(_core.Name.Name, _core.Name.Version);
            module.AssemblyReferences.Add(core);
            var forwarded = original.MainModule.Types.Where(type => type.IsPublic).Select(type => (type.Namespace, type.Name))
                .Concat(original.MainModule.ExportedTypes.Where(type => type.DeclaringType is null).Select(type => (type.Namespace, type.Name)))
                .Distinct()
                .OrderBy(type => type.Namespace, StringComparer.Ordinal).ThenBy(type => type.Name, StringComparer.Ordinal);
            foreach (var (space, type) in forwarded)
            {
                if (_coreTypes.Contains(space.Length == 0 ? type : $"{space}.{type}"))
                {
                    module.ExportedTypes.Add(new ExportedType(space, type, module, core) { IsForwarder = true });
                }
            }

            facade.Write(Path.Combine(folder, name + Extension), new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
        }
    }

    /// <summary>The texts of the libraries' messages: for each type that stands for a library's texts, the symbol of its method table, and its texts by name.</summary>
    public IEnumerable<(string Symbol, IReadOnlyDictionary<string, string> Texts)> Resources()
    {
        foreach (var (name, library) in _libraries)
        {
            foreach (var resource in library.MainModule.Resources.OfType<EmbeddedResource>()
                .Where(resource => resource.Name.EndsWith(ResourceSuffix, StringComparison.Ordinal)))
            {
                var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
                using var reader = new ResourceReader(resource.GetResourceStream());
                foreach (DictionaryEntry entry in reader)
                {
                    texts.Add((string)entry.Key, (string)entry.Value!);
                }

                var mangled = $"{name}_{resource.Name[..^ResourceSuffix.Length]}".Replace('.', '_');
                yield return ($"_ZTV{mangled.Length}{mangled}", texts);
            }
        }
    }

    public void Dispose()
    {
        foreach (var assembly in _libraries.Values.Concat(_facades.Values).Append(_core))
        {
            assembly.Dispose();
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name + Extension);

    private AssemblyDefinition? Open(string name) =>
        File.Exists(PathOf(name)) ? AssemblyDefinition.ReadAssembly(PathOf(name), new ReaderParameters { InMemory = true }) : null;

    private bool IsInCore(AssemblyDefinition assembly) =>
        assembly.MainModule.Types.Where(type => type.IsPublic).ToList() is var types
        && (types.Count == 0 || types.Exists(type => _coreTypes.Contains(type.FullName)));

    private void Add(string name, AssemblyDefinition assembly)
    {
        _libraries[name] = assembly;
        foreach (var reference in assembly.MainModule.AssemblyReferences)
        {
            if (reference.Name == _core.Name.Name || _libraries.ContainsKey(reference.Name) || _facades.ContainsKey(reference.Name))
            {
                continue;
            }

            var used = Open(reference.Name) ?? throw new InvalidDataException($"{name} uses {reference.Name}, which .NET does not have");
            if (IsInCore(used))
            {
                _facades[reference.Name] = used;
            }
            else
            {
                Add(reference.Name, used);
            }
        }
    }
}
