using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>
/// Marks a field or property of the build class that gets its value from the command line, else from an environment variable, else from
/// <c>.nuke/parameters.json</c>; where none has one, the member keeps the value of its initializer.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class ParameterAttribute(string? description = null) : ValueInjectionAttributeBase
{
    /// <summary>The text that the help shows.</summary>
    public virtual string? Description { get; } = description;

    /// <summary>The name to use in place of the member's.</summary>
    public string? Name { get; set; }

    /// <summary>The single character that separates several values in one argument.</summary>
    public string? Separator { get; set; }

    /// <summary>Whether the help shows the parameter.</summary>
    public virtual bool List { get; set; } = true;

    /// <inheritdoc/>
    public override object? GetValue(MemberInfo member, object? instance) => BuildContext.Current.Parameters.Get(member);
}
