using System.Diagnostics;
using System.Globalization;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Kernels;
using Tarn.Sdk.Tool.Toolchains;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The verb <c>test</c>: boots a test image in QEMU and runs its cases. What <c>dotnet test</c> does.</summary>
/// <remarks>Cases share a kernel until one fails; one that asks for a kernel of its own gets it.</remarks>
internal static class TestCommand
{
    private static readonly TimeSpan LogDelay = TimeSpan.FromSeconds(2);

    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">What follows the verb on the command line.</param>
    /// <param name="output">Where messages go.</param>
    /// <param name="environment">The values of environment variables.</param>
    /// <returns>The exit status: 0 only when cases ran and none failed.</returns>
    /// <exception cref="ToolUsageException">The arguments are wrong.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, Func<string, string?> environment)
    {
        var options = new ToolArguments(arguments, "image", "assembly", "filter", "list", "logger", "results");
        var image = options.RequiredFile("image");
        var filter = CaseFilter.Parse(options.Optional("filter"));
        var cases = KernelCatalog.Read(options.RequiredFile("assembly")).Where(filter.Selects).ToList();
        if (options.Optional("list") == "true")
        {
            cases.ForEach(item => output.WriteLine("    " + item.Name));
            return 0;
        }

        if (cases.Count == 0)
        {
            output.WriteLine(new BuildError(BuildErrorCode.TestsFailed, $"no case matches the filter '{options.Optional("filter")}'"));
            return 1;
        }

        if (ProgramLocator.Find(Emulator.Program, environment("PATH")) is null)
        {
            output.WriteLine(new BuildError(BuildErrorCode.EmulatorNotFound, $"{Emulator.Program} is not installed; on Debian and Ubuntu: apt-get install qemu-system-x86"));
            return 1;
        }

        return RunCases(image, cases, output, TestResultFile.PathOf(options.Optional("logger"), options.Optional("results"), Path.GetFileNameWithoutExtension(image)));
    }

    private static int RunCases(string image, List<KernelCase> cases, TextWriter output, string? resultFile)
    {
        var watch = Stopwatch.StartNew();
        var results = new List<TestResultFile.CaseResult>();
        using (var shared = new SharedKernel(new QemuOptions(image) { CountsInstructions = true }))
        {
            foreach (var item in cases.OrderBy(item => item.Isolated))
            {
                var began = watch.Elapsed;
                var (outcome, log) = item.Isolated ? RunIsolated(image, item) : RunShared(shared, item);
                results.Add(new TestResultFile.CaseResult(item, outcome, log, watch.Elapsed - began));
                Print(item, outcome, log, image, output);
            }
        }

        var failed = results.Count(result => !result.Passed && !result.Skipped);
        var skipped = results.Count(result => result.Skipped);
        if (resultFile is not null)
        {
            TestResultFile.Write(resultFile, image, results, result => FailureText.Of(result.Outcome, result.Log, image));
            output.WriteLine($"Results File: {resultFile}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(failed == 0 ? "Passed!" : "Failed!")}  - Failed: {failed}, Passed: {results.Count - failed - skipped}, Skipped: {skipped}, Total: {results.Count}, Duration: {watch.Elapsed.TotalSeconds:F1} s - {Path.GetFileName(image)}"));
        return failed == 0 ? 0 : 1;
    }

    private static (Outcome Outcome, string Log) RunShared(SharedKernel shared, KernelCase item)
    {
        var kernel = shared.Get(out var fault);
        if (fault is not null)
        {
            return (fault, kernel.Log.Text);
        }

        var start = kernel.Log.Text.Length;
        var outcome = item.Judge(kernel.Run(item.Index, LimitOf(item)));
        return (CheckLog(item, outcome, kernel.Log, start), kernel.Log.Text[start..]);
    }

    private static (Outcome Outcome, string Log) RunIsolated(string image, KernelCase item)
    {
        var machine = new QemuOptions(image) { CountsInstructions = true }.With(item.Machine) with { CommandLine = item.CommandLine ?? string.Empty };
        using var kernel = KernelUnderTest.Start(machine, TimeLimits.Default);
        var outcome = kernel.WaitUntilReady() ?? kernel.Run(item.Index, LimitOf(item));
        if (outcome.Kind is OutcomeKind.Passed or OutcomeKind.Skipped && kernel.Stop() is { } fault)
        {
            outcome = outcome with { Kind = OutcomeKind.ProtocolError, Message = "The case ended well, and then " + fault };
        }

        return (CheckLog(item, item.Judge(outcome), kernel.Log, 0), kernel.Log.Text);
    }

    // The console and the channel are two lines: what was printed before the result was sent may arrive a little later.
    private static Outcome CheckLog(KernelCase item, Outcome outcome, SerialLog log, int start) =>
        outcome.Kind != OutcomeKind.Passed || log.WaitFor(text => item.IsFoundIn(text[start..]), LogDelay)
            ? outcome
            : outcome with { Kind = OutcomeKind.Failed, Message = $"the console does not show \"{item.LogContains}\"" };

    private static void Print(KernelCase item, Outcome outcome, string log, string image, TextWriter output)
    {
        switch (outcome.Kind)
        {
            case OutcomeKind.Passed:
                output.WriteLine($"  Passed {item.Name}");
                break;
            case OutcomeKind.Skipped:
                output.WriteLine($"  Skipped {item.Name}: {outcome.Message}");
                break;
            default:
                output.WriteLine($"  Failed {item.Name}");
                output.WriteLine(FailureText.Of(outcome, log, image));
                break;
        }
    }

    private static TimeSpan? LimitOf(KernelCase item) => item.TimeLimit > 0 ? TimeSpan.FromSeconds(item.TimeLimit) : null;

    /// <summary>The kernel that cases share; booted anew where the last one is no longer fit.</summary>
    private sealed class SharedKernel(QemuOptions options) : IDisposable
    {
        private KernelUnderTest? _kernel;

        /// <summary>The kernel.</summary>
        /// <param name="fault">How it failed to come up; null if it did.</param>
        public KernelUnderTest Get(out Outcome? fault)
        {
            fault = null;
            if (_kernel is not { IsUsable: true })
            {
                _kernel?.Dispose();
                _kernel = KernelUnderTest.Start(options, TimeLimits.Default);
                fault = _kernel.WaitUntilReady();
            }

            return _kernel;
        }

        public void Dispose() => _kernel?.Dispose();
    }
}
