using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.Common.IO;

/// <summary>
/// Finds files and directories by pattern: <c>*</c> and <c>?</c> stay within a segment, <c>**</c> stands for any number of segments.
/// </summary>
public static class Globbing
{
    /// <summary>The files under the directory that match one of the patterns, in the order of their paths for each pattern.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        Glob(directory, patterns, Directory.EnumerateFiles);

    /// <summary>The directories under the directory that match one of the patterns, in the order of their paths for each pattern.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath directory, params string[] patterns) =>
        Glob(directory, patterns, Directory.EnumerateDirectories);

    private static List<AbsolutePath> Glob(
        AbsolutePath directory,
        string[] patterns,
        Func<string, string, EnumerationOptions, IEnumerable<string>> enumerate)
    {
        if (!directory.DirectoryExists())
        {
            return [];
        }

        // Links are not followed: one that leads upwards would never end.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        var candidates = enumerate(directory, "*", options).Order(StringComparer.Ordinal).ToList();
        return [.. patterns.SelectMany(pattern =>
        {
            var expression = ToExpression(pattern);
            return candidates.Where(x => expression.IsMatch(Path.GetRelativePath(directory, x).Replace('\\', '/')))
                .Select(AbsolutePath.Create);
        })];
    }

    private static Regex ToExpression(string pattern)
    {
        var expression = new StringBuilder("^");
        var segments = pattern.Replace('\\', '/').Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            if (segments[i] == "**")
            {
                expression.Append(isLast ? ".*" : "(?:[^/]+/)*");
                continue;
            }

            expression.Append(Regex.Escape(segments[i]).Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]"));
            if (!isLast)
            {
                expression.Append('/');
            }
        }

        return new Regex(expression.Append('$').ToString(), OperatingSystem.IsWindows() ? RegexOptions.IgnoreCase : RegexOptions.None);
    }
}
