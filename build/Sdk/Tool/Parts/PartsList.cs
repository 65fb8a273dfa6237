namespace Tarn.Sdk.Tool.Parts;

/// <summary>What an image is made of: its packages, and what its project says itself.</summary>
internal sealed class PartsList
{
    private const char Column = '\t';

    private PartsList(IReadOnlyList<string[]> lines)
    {
        var project = lines.Single(line => line[0] == "project");
        Version = project[1];
        HasHeap = project[2] != "None";
        OwnAllocatorType = project[3];
        OwnContracts = Names(project[4]);
        IsTestImage = project[5] == "true";
        Packages = [.. lines.Where(line => line[0] == "package").Select(line => new ComponentPackage(line[1], line[2], line[3], line[4], Names(line[5]), Names(line[6])))];
        Providers = [.. lines.Where(line => line[0] == "known").Select(line => (line[1], Names(line[2])))];
    }

    /// <summary>The version of Tarn.Sdk.</summary>
    public string Version { get; }

    /// <summary>Whether the SDK composes the heap, so that there has to be an allocator.</summary>
    public bool HasHeap { get; }

    /// <summary>The allocator that the project has itself, by the full name of its type; empty if none.</summary>
    public string OwnAllocatorType { get; }

    /// <summary>The contracts that the project implements itself.</summary>
    public IReadOnlyList<string> OwnContracts { get; }

    /// <summary>Whether the image is the one that runs the kernel's tests.</summary>
    public bool IsTestImage { get; }

    /// <summary>The packages that the image is made of.</summary>
    public IReadOnlyList<ComponentPackage> Packages { get; }

    /// <summary>Packages of this version of Tarn, and the contracts that each implements.</summary>
    public IReadOnlyList<(string Package, IReadOnlyList<string> Contracts)> Providers { get; }

    /// <summary>Reads the list that Tarn.Compose.targets writes: a line each, with tabs between the columns.</summary>
    /// <exception cref="ToolUsageException">It is none.</exception>
    public static PartsList Parse(IEnumerable<string> lines)
    {
        try
        {
            return new PartsList([.. lines.Where(line => line.Length != 0).Select(line => line.Split(Column))]);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IndexOutOfRangeException)
        {
            throw new ToolUsageException("the list of parts is malformed");
        }
    }

    private static IReadOnlyList<string> Names(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
