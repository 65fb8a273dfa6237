using System.Reflection;
using Nuke.Common;
using Nuke.Common.Tooling;

/// <content>The engine passes over an argument it does not know, and over a value that does not fit: here both end the build.</content>
public sealed partial class Build
{
    private const BindingFlags AllMembers =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    private void CheckArguments()
    {
        var parameters = GetType().GetMembers(AllMembers)
            .Select(member => (Member: member, Attribute: member.GetCustomAttribute<ParameterAttribute>()))
            .Where(x => x.Attribute is not null)
            .ToDictionary(x => x.Attribute!.Name ?? x.Member.Name, x => x.Member, StringComparer.OrdinalIgnoreCase);

        foreach (var token in EnvironmentInfo.CommandLineArguments.Where(x => x.StartsWith('-')))
        {
            var name = token.Replace("-", string.Empty);
            Assert.True(parameters.TryGetValue(name, out var member), $"There is no parameter '{token}'; --help lists those there are.");
            CheckValue(token, name, (member as FieldInfo)?.FieldType);
        }
    }

    private static void CheckValue(string token, string name, Type? type)
    {
        if (type is null || type == typeof(bool))
        {
            return;
        }

        var value = EnvironmentInfo.GetNamedArgument<string>(name);
        Assert.True(!string.IsNullOrWhiteSpace(value), $"The parameter '{token}' needs a value.");
        if (type.IsSubclassOf(typeof(Enumeration)))
        {
            var values = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => x.Name).ToList();
            Assert.True(
                values.Contains(value!, StringComparer.OrdinalIgnoreCase),
                $"The parameter '{token}' does not take '{value}', but one of {string.Join(", ", values)}.");
        }
    }
}
