using System.Reflection;
using System.Text;
using Nuke.Common.Values;

namespace Nuke.Common.Execution;

/// <summary>Says what a build offers, and what an invocation would run.</summary>
internal static class HelpText
{
    private const int LineWidth = 100;

    public static void Write(NukeBuild build) => Console.Write(GetTargetsText(build) + Environment.NewLine + GetParametersText(build));

    public static void WritePlan(NukeBuild build)
    {
        Console.WriteLine("What would run, in this order:");
        Console.WriteLine();
        foreach (var (target, index) in build.ExecutionPlan.Select((target, index) => (target, index)))
        {
            var dependencies = target.ExecutionDependencies.Count > 0
                ? $" -> {string.Join(", ", target.ExecutionDependencies.Select(x => x.Name))}"
                : string.Empty;
            Console.WriteLine($"{index + 1,4}  {target.Name,-20}{dependencies}".TrimEnd());
        }
    }

    private static string GetTargetsText(NukeBuild build)
    {
        var text = new StringBuilder();
        text.AppendLine("Targets, and what each depends on:").AppendLine();

        var listed = build.ExecutableTargets.Where(x => x.Listed).ToList();
        var width = Math.Max(listed.Select(x => x.Name.Length).Append(0).Max(), 20);
        foreach (var target in listed)
        {
            var name = target.Name + (target.IsDefault ? " (default)" : string.Empty);
            var dependencies = target.ExecutionDependencies.Count > 0
                ? $" -> {string.Join(", ", target.ExecutionDependencies.Select(x => x.Name))}"
                : string.Empty;
            text.AppendLine($"  {name.PadRight(width)}{dependencies}".TrimEnd());
            if (!string.IsNullOrWhiteSpace(target.Description))
            {
                text.AppendLine($"    {target.Description}");
            }
        }

        return text.ToString();
    }

    private static string GetParametersText(NukeBuild build)
    {
        var parameters = ValueInjector.GetParameters(build.GetType())
            .Select(x => (Member: x, Attribute: x.GetCustomAttribute<ParameterAttribute>()!, Name: ParameterService.GetDashedName(x)))
            .Where(x => x.Attribute.List)
            .OrderBy(x => x.Name, StringComparer.Ordinal)
            .ToLookup(x => x.Member.DeclaringType == typeof(NukeBuild));
        var width = Math.Max(parameters.SelectMany(x => x).Max(x => x.Name.Length), 16);
        var defaultTargets = string.Join(", ", build.ExecutableTargets.Where(x => x.IsDefault).Select(x => x.Name));

        var text = new StringBuilder();
        text.AppendLine("Parameters:");
        foreach (var isInherited in new[] { false, true })
        {
            text.AppendLine();
            foreach (var (_, attribute, name) in parameters[isInherited])
            {
                var description = (attribute.Description ?? "(not described)")
                    .Replace("{default_target}", defaultTargets.Length > 0 ? defaultTargets : "<none>")
                    .TrimEnd('.') + '.';
                var lines = Wrap(description, LineWidth - width - 6);
                text.AppendLine($"  --{name.PadRight(width)}  {lines[0]}");
                foreach (var line in lines.Skip(1))
                {
                    text.AppendLine($"{new string(' ', width + 6)}{line}");
                }
            }
        }

        return text.ToString();
    }

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { string.Empty };
        foreach (var word in text.Split(' '))
        {
            var line = lines[^1];
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        return lines;
    }
}
