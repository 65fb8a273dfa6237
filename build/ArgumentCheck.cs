using System.Reflection;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace Tarn.Pipeline;

/// <summary>
/// Looks at the command line more closely than the engine does, which passes over a parameter it does not know, and over a value that does
/// not fit: here both end the build.
/// </summary>
public static class ArgumentCheck
{
    private const BindingFlags AllMembers =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    /// <summary>Checks the arguments of the running build against the parameters of its class.</summary>
    /// <exception cref="ArgumentException">There is no such parameter, or it does not take the value, or it lacks one.</exception>
    public static void Check(Type buildType)
    {
        var parameters = buildType.GetMembers(AllMembers)
            .Select(member => (Member: member, Attribute: member.GetCustomAttribute<ParameterAttribute>()))
            .Where(x => x.Attribute is not null)
            .ToDictionary(x => x.Attribute!.Name ?? x.Member.Name, x => x.Member, StringComparer.OrdinalIgnoreCase);

        foreach (var token in EnvironmentInfo.CommandLineArguments.Where(x => x.StartsWith('-')))
        {
            var name = token.Replace("-", string.Empty);
            Assert.True(parameters.TryGetValue(name, out var member), $"There is no parameter '{token}'; --help lists those there are.");

            // The engine's own parameters are properties, and it checks them itself.
            if (member is FieldInfo field)
            {
                CheckValue(token, name, field.FieldType);
            }
        }
    }

    private static void CheckValue(string token, string name, Type type)
    {
        if (type == typeof(bool))
        {
            return;
        }

        var values = EnvironmentInfo.GetNamedArgument<string[]>(name) ?? [];
        Assert.True(values.Any(x => !string.IsNullOrWhiteSpace(x)), $"The parameter '{token}' needs a value.");
        Assert.True(type.IsArray || values.Length == 1, $"The parameter '{token}' takes one value, and not {values.Length}.");
        if (type.IsSubclassOf(typeof(Enumeration)))
        {
            var choices = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => x.Name).ToList();
            Assert.True(
                choices.Contains(values[0], StringComparer.OrdinalIgnoreCase),
                $"The parameter '{token}' does not take '{values[0]}', but one of {string.Join(", ", choices)}.");
        }
    }
}
