using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>A session with gdb as a page shows it: what stands behind a prompt is typed, what stands below is printed.</summary>
/// <param name="text">The block, or several one after the other.</param>
internal sealed class GdbSession(string text)
{
    private const string Prompt = "(gdb) ";

    private readonly string[] _lines = text.Split('\n');

    /// <summary>What is typed.</summary>
    internal IEnumerable<string> Commands => _lines.Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line[Prompt.Length..]);

    /// <summary>What is shown must be printed, in that order. An ellipsis stands for any text without blanks; lines between may be left out.</summary>
    internal void AssertIsPrinted(string output)
    {
        var position = 0;
        foreach (var line in _lines.Where(line => line.Length > 0 && !line.StartsWith(Prompt, StringComparison.Ordinal)))
        {
            var pattern = string.Join(@"\S*", line.Split('…').Select(part => string.Join(@"\s+", part.Split((char[]?)null, StringSplitOptions.None).Select(Regex.Escape))));
            var found = Regex.Match(output[position..], pattern);
            Assert.That(found.Success, Is.True, () => $"not printed: {line}\n--- gdb ---\n{output}");
            position += found.Index + found.Length;
        }
    }
}
