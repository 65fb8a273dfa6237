using Tarn.Tests.Emulator.Harness;

namespace Tarn.Tests.Emulator.Runs;

/// <summary>What a test says of a case that did not pass.</summary>
internal static class FailureText
{
    private const int ShownLines = 40;

    /// <summary>How the case ended, the last that the kernel printed, and the source lines of the places in it.</summary>
    /// <param name="outcome">How the case ended.</param>
    /// <param name="log">What the kernel printed since the case began.</param>
    /// <param name="image">The kernel's image, beside which its <c>.debug</c> file is.</param>
    public static string Of(Outcome outcome, string log, string image)
    {
        var lines = log.TrimEnd('\n').Split('\n');
        var shown = string.Join('\n', lines.TakeLast(ShownLines));
        var before = lines.Length > ShownLines ? $"… {lines.Length - ShownLines} lines before\n" : string.Empty;
        var places = new SourceLines(Path.ChangeExtension(image, ".debug")).Find(log);
        var trace = places.Count == 0 ? string.Empty : string.Join('\n', places) + "\n";
        return $"{outcome.Kind}: {outcome.Message}\n{trace}--- serial console ---\n{before}{shown}\n----------------------";
    }
}
