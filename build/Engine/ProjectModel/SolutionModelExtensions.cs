using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads solutions.</summary>
public static class SolutionModelExtensions
{
    /// <summary>The solution in a file.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static Solution ReadSolution(this AbsolutePath path)
    {
        Assert.FileExists(path);
        return new Solution(path);
    }
}
