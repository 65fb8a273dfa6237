using System.Reflection;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>
/// Marks a member that gets the solution at a path under the root, or the one that the parameter of the member's name gives.
/// </summary>
public sealed class SolutionAttribute(string? relativePath) : ParameterAttribute("Path to a solution file that is automatically loaded.")
{
    /// <summary>Marks a member that gets the solution that the parameter of its name gives.</summary>
    public SolutionAttribute()
        : this(null)
    {
    }

    /// <inheritdoc/>
    public override bool List { get; set; }

    /// <inheritdoc/>
    public override object? GetValue(MemberInfo member, object? instance)
    {
        var path = relativePath is not null
            ? NukeBuild.RootDirectory / relativePath
            : (AbsolutePath?)Execution.BuildContext.Current.Parameters.Get(Name ?? member.Name, typeof(AbsolutePath));
        return path.NotNull($"No solution file defined for '{member.Name}'.").ReadSolution();
    }
}
