namespace Nuke.Common.IO;

/// <summary>Relations between paths.</summary>
public static class PathConstruction
{
    /// <summary>The way from one path to another.</summary>
    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (RelativePath)Path.GetRelativePath(basePath, destinationPath);

    /// <summary>Whether the second path is the first or lies under it.</summary>
    public static bool Contains(this AbsolutePath basePath, string destinationPath)
    {
        string relative = basePath.GetRelativePathTo(destinationPath);
        return !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";
    }
}
