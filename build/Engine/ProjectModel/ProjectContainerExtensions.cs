namespace Nuke.Common.ProjectModel;

/// <summary>Finds what is directly in a solution or folder.</summary>
public static class ProjectContainerExtensions
{
    /// <summary>The project of that name, or null.</summary>
    public static Project? GetProject(this IProjectContainer container, string name) =>
        container.Projects.SingleOrDefault(x => x.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>The folder of that name, or null.</summary>
    public static SolutionFolder? GetSolutionFolder(this IProjectContainer container, string name) =>
        container.SolutionFolders.SingleOrDefault(x => x.Name.Equals(name, StringComparison.Ordinal));
}
