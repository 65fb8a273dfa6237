namespace Tarn.Sdk.Tool.Toolchains;

/// <summary>
/// The part of ILC's response file that others need to know: one argument a line, options in the form <c>-name:value</c>.
/// </summary>
internal sealed record IlcResponseFile
{
    /// <summary>Assemblies to compile.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Assemblies that the inputs use; a freestanding image compiles them too.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The object file to write.</summary>
    public required string Output { get; init; }

    /// <summary>The file that statistics are written to; null where none are asked for.</summary>
    public string? Statistics { get; init; }

    /// <summary>The simple name of the core library's assembly.</summary>
    public string SystemModule { get; init; } = "System.Private.CoreLib";

    /// <summary>Whether the optimiser runs.</summary>
    public bool Optimize { get; init; }

    /// <summary>Whether debug information is written.</summary>
    public bool Debug { get; init; }

    /// <summary>Every assembly of the program: the inputs first, the core library last.</summary>
    public IReadOnlyList<string> Assemblies =>
    [
        .. Inputs.Concat(References)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(path => Path.GetFileNameWithoutExtension(path) == SystemModule),
    ];

    /// <summary>Reads a response file.</summary>
    /// <exception cref="ToolUsageException">It names no input or no output.</exception>
    public static IlcResponseFile Read(string path) => Parse(File.ReadLines(path));

    /// <summary>Reads the lines of a response file.</summary>
    /// <exception cref="ToolUsageException">They name no input or no output.</exception>
    public static IlcResponseFile Parse(IEnumerable<string> lines)
    {
        var inputs = new List<string>();
        var references = new List<string>();
        string? output = null;
        string? statistics = null;
        var systemModule = "System.Private.CoreLib";
        var optimize = false;
        var debug = false;
        foreach (var line in lines.Select(line => line.Trim().Trim('"')).Where(line => line.Length != 0))
        {
            var separator = line.IndexOf(':', StringComparison.Ordinal);
            var name = separator < 0 ? line : line[..separator];
            var value = separator < 0 ? "" : line[(separator + 1)..];
            switch (name)
            {
                case "-r" or "--reference":
                    references.Add(value);
                    break;
                case "-o" or "--out":
                    output = value;
                    break;
                case "--mstat":
                    statistics = value;
                    break;
                case "--systemmodule":
                    systemModule = value;
                    break;
                case "-O" or "--optimize" or "--Os" or "--Ot":
                    optimize = true;
                    break;
                case "-g" or "--debug":
                    debug = true;
                    break;
                case var _ when !line.StartsWith('-'):
                    inputs.Add(line);
                    break;
            }
        }

        if (inputs.Count == 0 || output is null)
        {
            throw new ToolUsageException("the response file names no input assembly or no output file");
        }

        return new IlcResponseFile
        {
            Inputs = inputs,
            References = references,
            Output = output,
            Statistics = statistics,
            SystemModule = systemModule,
            Optimize = optimize,
            Debug = debug,
        };
    }
}
