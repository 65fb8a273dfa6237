using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>
/// Marks a member of type <see cref="Tool"/> that stands for an executable on PATH. It is looked up once, before the first target;
/// where it is not found, that is logged and the member stays null.
/// </summary>
/// <param name="pathExecutable">The name of the executable; that of the member in lower case unless given.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class PathVariableAttribute(string? pathExecutable = null) : ValueInjectionAttributeBase
{
    /// <inheritdoc/>
    public override object? GetValue(MemberInfo member, object? instance) =>
        ToolResolver.GetEnvironmentOrPathTool(pathExecutable ?? member.Name.ToLowerInvariant());
}
