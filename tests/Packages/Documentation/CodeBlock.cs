using System.Text.RegularExpressions;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Tests.Packages.Documentation;

/// <summary>A block of code on a page of the repository: a fenced one, or an indented one, which holds commands.</summary>
/// <param name="Page">The page, from the repository's root.</param>
/// <param name="Line">The line of its first line.</param>
/// <param name="Language">What stands behind the fence, without the file; <c>indented</c> for an indented block.</param>
/// <param name="Place">The file that the block is of, where the page says so.</param>
/// <param name="Text">What is in it.</param>
internal sealed partial record CodeBlock(string Page, int Line, string Language, string Place, string Text)
{
    /// <summary>An indented block.</summary>
    internal const string Indented = "indented";

    /// <summary>Every page that is committed.</summary>
    internal static IReadOnlyList<string> Pages { get; } =
        [.. ProcessRunner.Run("git", ["-C", Workplace.Root, "ls-files", "*.md", "--cached", "--others", "--exclude-standard"]).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(page => File.Exists(Path.Combine(Workplace.Root, page))).Distinct()];

    /// <summary>Every block of every page.</summary>
    internal static IReadOnlyList<CodeBlock> All { get; } = [.. Pages.SelectMany(On)];

    /// <inheritdoc/>
    public override string ToString() => $"{Page}:{Line}";

    private static IEnumerable<CodeBlock> On(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(Workplace.Root, page));
        for (var index = 0; index < lines.Length; index++)
        {
            var start = index;
            if (Fence().Match(lines[index]) is { Success: true } fence)
            {
                while (lines[++index] != "```")
                {
                }

                yield return new CodeBlock(page, start + 2, fence.Groups["language"].Value, fence.Groups["place"].Value, string.Join('\n', lines[(start + 1)..index]));
            }
            else if (IsIndented(lines[index]) && (index == 0 || lines[index - 1].Length == 0))
            {
                while (index + 1 < lines.Length && IsIndented(lines[index + 1]))
                {
                    index++;
                }

                yield return new CodeBlock(page, start + 1, Indented, string.Empty, string.Join('\n', lines[start..(index + 1)].Select(line => line[4..])));
            }
        }
    }

    private static bool IsIndented(string line) => line.StartsWith("    ", StringComparison.Ordinal);

    [GeneratedRegex(@"^```(?<language>[\w-]*) ?(?<place>\S*)$")]
    private static partial Regex Fence();
}
