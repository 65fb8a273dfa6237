using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The results of a run as a TRX file, which build servers and editors read: what <c>dotnet test --logger trx</c> leaves.</summary>
internal static class TestResultFile
{
    private const string Logger = "trx";
    private const string FileNameKey = "LogFileName";
    private const string TestType = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string TestList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";

    // XML 1.0 has no other characters below the blank.
    private static readonly char[] LowCharacters = ['\t', '\n', '\r'];

    private static readonly XNamespace Schema = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Where the file is to be, by the words of <c>dotnet test</c>.</summary>
    /// <param name="loggers">The loggers with their settings: <c>trx;LogFileName=results.trx</c>.</param>
    /// <param name="directory">The folder for results; null for <c>TestResults</c>.</param>
    /// <param name="name">The file's name, where the logger has none.</param>
    /// <returns>The path; null where no such file was asked for.</returns>
    public static string? PathOf(string? loggers, string? directory, string name)
    {
        var words = (loggers ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var start = Array.FindIndex(words, word => word.Equals(Logger, StringComparison.OrdinalIgnoreCase));
        if (start < 0)
        {
            return null;
        }

        var setting = words.Skip(start + 1).TakeWhile(word => word.Contains('='))
            .Select(word => word.Split('=', 2)).FirstOrDefault(pair => pair[0].Equals(FileNameKey, StringComparison.OrdinalIgnoreCase));
        return Path.GetFullPath(Path.Combine(directory ?? "TestResults", setting?[1] ?? name + ".trx"));
    }

    /// <summary>Writes it.</summary>
    /// <param name="path">Where; folders that are missing are made.</param>
    /// <param name="image">The image that the cases ran in.</param>
    /// <param name="results">Each case, how it ended, what the kernel printed meanwhile, and how long it took.</param>
    /// <param name="textOf">What is to be said of a case that failed.</param>
    public static void Write(string path, string image, IReadOnlyList<CaseResult> results, Func<CaseResult, string> textOf)
    {
        var failed = results.Count(result => !result.Passed && !result.Skipped);
        var skipped = results.Count(result => result.Skipped);
        var entries = results.Select(result => (Result: result, Test: IdOf("test " + result.Case.Name), Execution: IdOf("execution " + result.Case.Name))).ToList();
        var document = new XDocument(new XElement(
            Schema + "TestRun",
            new XAttribute("id", Guid.NewGuid()),
            new XAttribute("name", Path.GetFileName(image)),
            new XElement(Schema + "Results", entries.Select(entry => ToResult(entry.Result, entry.Test, entry.Execution, textOf))),
            new XElement(
                Schema + "TestDefinitions",
                entries.Select(entry => new XElement(
                    Schema + "UnitTest",
                    new XAttribute("name", entry.Result.Case.Name),
                    new XAttribute("storage", image),
                    new XAttribute("id", entry.Test),
                    new XElement(Schema + "Execution", new XAttribute("id", entry.Execution)),
                    new XElement(
                        Schema + "TestMethod",
                        new XAttribute("codeBase", image),
                        new XAttribute("className", entry.Result.Case.Name[..Math.Max(entry.Result.Case.Name.LastIndexOf('.'), 0)]),
                        new XAttribute("name", entry.Result.Case.Name[(entry.Result.Case.Name.LastIndexOf('.') + 1)..]))))),
            new XElement(
                Schema + "TestEntries",
                entries.Select(entry => new XElement(
                    Schema + "TestEntry", new XAttribute("testId", entry.Test), new XAttribute("executionId", entry.Execution), new XAttribute("testListId", TestList)))),
            new XElement(Schema + "TestLists", new XElement(Schema + "TestList", new XAttribute("name", "Results Not in a List"), new XAttribute("id", TestList))),
            new XElement(
                Schema + "ResultSummary",
                new XAttribute("outcome", failed == 0 ? "Completed" : "Failed"),
                new XElement(
                    Schema + "Counters",
                    new XAttribute("total", results.Count),
                    new XAttribute("executed", results.Count - skipped),
                    new XAttribute("passed", results.Count - skipped - failed),
                    new XAttribute("failed", failed),
                    new XAttribute("notExecuted", skipped)))));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        document.Save(path);
    }

    private static XElement ToResult(CaseResult result, Guid test, Guid execution, Func<CaseResult, string> textOf) => new(
        Schema + "UnitTestResult",
        new XAttribute("executionId", execution),
        new XAttribute("testId", test),
        new XAttribute("testName", result.Case.Name),
        new XAttribute("computerName", Environment.MachineName),
        new XAttribute("duration", result.Duration.ToString("c", CultureInfo.InvariantCulture)),
        new XAttribute("testType", TestType),
        new XAttribute("outcome", result.Passed ? "Passed" : result.Skipped ? "NotExecuted" : "Failed"),
        new XAttribute("testListId", TestList),
        new XElement(
            Schema + "Output",
            new XElement(Schema + "StdOut", Printable(result.Log)),
            result.Passed ? null : new XElement(Schema + "ErrorInfo", new XElement(Schema + "Message", Printable(result.Skipped ? result.Outcome.Message : textOf(result))))));

    private static string Printable(string? text) =>
        string.Concat((text ?? string.Empty).Where(character => character >= ' ' ? !char.IsSurrogate(character) && character < '\uFFFE' : LowCharacters.Contains(character)));

    private static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>A case that was run.</summary>
    internal sealed record CaseResult(KernelCase Case, Outcome Outcome, string Log, TimeSpan Duration)
    {
        internal bool Passed => Outcome.Kind == OutcomeKind.Passed;

        internal bool Skipped => Outcome.Kind == OutcomeKind.Skipped;
    }
}
