namespace Nuke.Common.ProjectModel;

/// <summary>A folder in a solution; it need not be one on disc.</summary>
public sealed class SolutionFolder : IProjectContainer
{
    private readonly string _id;

    internal SolutionFolder(string name, string id, Solution solution)
    {
        Name = name;
        _id = id;
        Solution = solution;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The solution it is in.</summary>
    public Solution Solution { get; }

    /// <inheritdoc/>
    public IProjectContainer Parent => Solution.GetParent(_id);

    /// <inheritdoc/>
    public IReadOnlyCollection<Project> Projects => [.. Solution.AllProjects.Where(x => x.Parent == this)];

    /// <inheritdoc/>
    public IReadOnlyCollection<SolutionFolder> SolutionFolders => [.. Solution.AllSolutionFolders.Where(x => x.Parent == this)];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
