using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution file in the classic format (<c>.sln</c>): what projects it has, and in which folders.</summary>
public sealed partial class Solution : IProjectContainer, IAbsolutePathHolder
{
    private const string FolderTypeId = "{2150E333-8FDC-42A3-9474-1A3956D46DE8}";

    private readonly List<Project> _projects = [];
    private readonly Dictionary<string, SolutionFolder> _folders = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _parents = new(StringComparer.OrdinalIgnoreCase);

    internal Solution(AbsolutePath path)
    {
        Path = path;
        foreach (var line in path.ReadAllLines())
        {
            if (ProjectPattern.Match(line) is { Success: true } project)
            {
                Add(project.Groups["type"].Value, project.Groups["name"].Value, project.Groups["path"].Value, project.Groups["id"].Value);
            }
            else if (NestingPattern.Match(line) is { Success: true } nesting)
            {
                _parents[nesting.Groups["child"].Value] = nesting.Groups["parent"].Value;
            }
        }
    }

    /// <summary>The path of the file.</summary>
    public AbsolutePath Path { get; }

    /// <summary>The name of the file without its extension.</summary>
    public string Name => Path.NameWithoutExtension;

    /// <summary>The name of the file.</summary>
    public string FileName => Path.Name;

    /// <summary>The directory of the file.</summary>
    public AbsolutePath Directory => Path.Parent!;

    /// <summary>Every project, in whatever folder.</summary>
    public IReadOnlyCollection<Project> AllProjects => _projects;

    /// <summary>Every folder, in whatever folder.</summary>
    public IReadOnlyCollection<SolutionFolder> AllSolutionFolders => _folders.Values;

    IProjectContainer? IProjectContainer.Parent => null;

    /// <inheritdoc/>
    public IReadOnlyCollection<Project> Projects => [.. AllProjects.Where(x => x.Parent == this)];

    /// <inheritdoc/>
    public IReadOnlyCollection<SolutionFolder> SolutionFolders => [.. AllSolutionFolders.Where(x => x.Parent == this)];

    [GeneratedRegex("""^Project\("(?<type>[^"]*)"\) = "(?<name>[^"]*)", "(?<path>[^"]*)", "(?<id>[^"]*)"$""")]
    private static partial Regex ProjectPattern { get; }

    [GeneratedRegex(@"^\s+(?<child>\{[0-9A-Fa-f-]{36}\}) = (?<parent>\{[0-9A-Fa-f-]{36}\})$")]
    private static partial Regex NestingPattern { get; }

    /// <summary>The path of the file.</summary>
    [return: NotNullIfNotNull(nameof(solution))]
    public static implicit operator string?(Solution? solution) => solution?.Path;

    /// <summary>The path of the file.</summary>
    [return: NotNullIfNotNull(nameof(solution))]
    public static implicit operator AbsolutePath?(Solution? solution) => solution?.Path;

    /// <summary>Every project whose name matches the pattern, in which <c>*</c> stands for any text.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern)
    {
        var expression = new Regex($"^{Regex.Escape(wildcardPattern).Replace(@"\*", ".*")}$");
        return AllProjects.Where(x => expression.IsMatch(x.Name));
    }

    /// <inheritdoc/>
    public override string ToString() => Path;

    internal IProjectContainer GetParent(string id) => _parents.TryGetValue(id, out var parent) ? _folders[parent] : this;

    private void Add(string type, string name, string path, string id)
    {
        if (type.Equals(FolderTypeId, StringComparison.OrdinalIgnoreCase))
        {
            _folders.Add(id, new SolutionFolder(name, id, this));
        }
        else
        {
            _projects.Add(new Project(name, path.Replace('\\', System.IO.Path.DirectorySeparatorChar), id, this));
        }
    }
}
