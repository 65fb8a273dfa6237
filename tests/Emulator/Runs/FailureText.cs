using Tarn.Tests.Emulator.Harness;

namespace Tarn.Tests.Emulator.Runs;

/// <summary>What a test says of a case that did not pass.</summary>
internal static class FailureText
{
    private const int ShownLines = 40;

    /// <summary>How the case ended, the way of the exception that ended it or the places that the kernel named in its own report, with files and
    /// lines of the sources, and the last that the kernel printed.</summary>
    /// <param name="outcome">How the case ended.</param>
    /// <param name="log">What the kernel printed since the case began.</param>
    /// <param name="image">The kernel's image, beside which its <c>.debug</c> file is.</param>
    public static string Of(Outcome outcome, string log, string image)
    {
        var lines = log.TrimEnd('\n').Split('\n');
        var shown = string.Join('\n', lines.TakeLast(ShownLines));
        var before = lines.Length > ShownLines ? $"… {lines.Length - ShownLines} lines before\n" : string.Empty;
        var sources = new SourceLines(Path.ChangeExtension(image, ".debug"));
        var trace = outcome.Details.Length > 0 ? sources.Annotate(outcome.Details) : string.Concat(sources.Find(log).Select(place => place + "\n"));
        return $"{outcome.Kind}: {outcome.Message}\n{trace}--- serial console ---\n{before}{shown}\n----------------------";
    }
}
