using System.Diagnostics.CodeAnalysis;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution.</summary>
public sealed class Project : IAbsolutePathHolder
{
    private readonly string _id;

    internal Project(string name, string relativePath, string id, Solution solution)
    {
        Name = name;
        RelativePath = relativePath;
        _id = id;
        Solution = solution;
    }

    /// <summary>The name that the solution gives it.</summary>
    public string Name { get; }

    /// <summary>The path of its file from the directory of the solution.</summary>
    public string RelativePath { get; }

    /// <summary>The solution it is in.</summary>
    public Solution Solution { get; }

    /// <summary>The folder or solution it is in.</summary>
    public IProjectContainer Parent => Solution.GetParent(_id);

    /// <summary>The path of its file.</summary>
    public AbsolutePath Path => Solution.Directory / RelativePath;

    /// <summary>The directory of its file.</summary>
    public AbsolutePath Directory => Path.Parent!;

    /// <summary>The path of its file.</summary>
    [return: NotNullIfNotNull(nameof(project))]
    public static implicit operator string?(Project? project) => project?.Path;

    /// <summary>The path of its file.</summary>
    [return: NotNullIfNotNull(nameof(project))]
    public static implicit operator AbsolutePath?(Project? project) => project?.Path;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
