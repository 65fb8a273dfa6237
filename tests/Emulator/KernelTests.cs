using System.Globalization;
using NUnit.Framework;
using Tarn.Tests.Emulator.Conformance;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Tests.Emulator;

/// <summary>The cases inside the test kernels: each is one test case here, for each variant, and those about exceptions for each compiled without
/// optimisation, too.</summary>
/// <remarks>
/// The kernel waits for commands, so just the cases that a filter selects are run. Those that can share a kernel do so, until one fails:
/// for the next one another is booted. What <see cref="KernelCase.Isolated"/> says gets a kernel of its own.
/// </remarks>
[TestFixture]
public sealed class KernelTests
{
    /// <summary>For a conformance program, which cannot beat: it knows nothing of the kernel that it runs in.</summary>
    private static readonly TimeSpan ProgramLimit = TimeSpan.FromMinutes(3);

    private static KernelUnderTest? s_shared;
    private static string s_sharedVariant = string.Empty;

    /// <summary>Ends the last shared kernel, where a filter left out the test that does so.</summary>
    [OneTimeTearDown]
    public static void EndSharedKernel()
    {
        s_shared?.Dispose();
        s_shared = null;
    }

    /// <summary>Runs one case.</summary>
    /// <param name="variant">The name of the test kernel, which is that of its variant.</param>
    /// <param name="item">The case; null for the end of the kernel that the cases before shared.</param>
    [TestCaseSource(nameof(Cases))]
    public void Case(string variant, KernelCase? item)
    {
        if (item is null)
        {
            EndInGoodOrder(variant);
        }
        else if (item.Isolated)
        {
            RunIsolated(variant, item);
        }
        else
        {
            RunShared(variant, item);
        }
    }

    /// <summary>
    /// The kernel announces just the cases that its assembly lists, so that none is left out for being unknown to one side.
    /// </summary>
    [TestCaseSource(nameof(KernelNames))]
    public void AnnouncesItsCases(string variant)
    {
        var kernel = Share(variant);

        var listed = KernelCatalog.Read(Images.TestAssembly(variant)).Select(item => item.Name);
        Assert.That(kernel.Cases.Select(item => item.Name), Is.EqualTo(listed));
        Assert.That(kernel.Variant, Is.Not.Empty);
    }

    /// <summary>What is left out where the collector is stressed is there to be left out.</summary>
    [Test]
    public void WhatIsNotStressedExists()
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("Only optimised kernels are stressed.");
        }

        var cases = KernelCatalog.Read(Images.TestAssembly(Images.StressedKernels.First())).Select(item => item.Name).ToList();
        Assert.That(StressExclusions.Reasons.Keys.Where(name => !cases.Any(item => item == name || item.StartsWith(name + ".", StringComparison.Ordinal))), Is.Empty);
        Assert.That(cases.Count(StressExclusions.Has), Is.LessThan(cases.Count / 10));
        foreach (var kernel in Images.StressedKernels)
        {
            Assert.That(new ElfImage(Path.ChangeExtension(Images.TestKernel(kernel), ".debug")).SymbolNames, Has.Some.Contains("CollectForStress"), kernel);
        }
    }

    /// <summary>Without the host, by its command line alone, a kernel runs the cases that it selects.</summary>
    [TestCaseSource(nameof(VariantCases), new object[] { nameof(RunsAlone) })]
    public void RunsAlone(string variant)
    {
        var options = Images.TestMachine(variant) with { CommandLine = "test.filter=Conformance.Gree*ing" };
        var report = KernelUnderTest.RunAlone(options, TimeLimits.Default);

        Assert.That(report.Outcomes.Keys, Does.Contain("Conformance.Greeting"));
        Assert.That(report.Outcomes.Values.Select(outcome => outcome.Kind), Is.All.EqualTo(OutcomeKind.Passed), report.Log);
        Assert.That((report.Fault, report.Exit), Is.EqualTo(((string?)null, ExitStatus.Success)), report.Log);
    }

    /// <summary>Without the second serial port, the console shows the results.</summary>
    [TestCaseSource(nameof(VariantCases), new object[] { nameof(RunsWithoutAChannel) })]
    public void RunsWithoutAChannel(string variant)
    {
        var options = Images.TestMachine(variant) with { CommandLine = "until=idle test.only=Conformance.Greeting" };
        using var machine = QemuMachine.Start(options);

        Assert.That(machine.WaitForExit(TimeLimits.Default.Silence), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
        Assert.That(machine.Log.Lines, Does.Contain("[passed] Conformance.Greeting").And.Contain("1 passed, 0 failed, 0 skipped"));
    }

    /// <summary>
    /// For each kernel: what shares it, its end, and what needs one of its own. NUnit keeps to this order.
    /// </summary>
    private static IEnumerable<TestCaseData> Cases()
    {
        foreach (var variant in Images.TestKernels)
        {
            // One that was not built has a test all the same: the end of a kernel that does not boot.
            var cases = File.Exists(Images.TestAssembly(variant)) ? KernelCatalog.Read(Images.TestAssembly(variant)) : [];
            if (Images.IsStressed(variant))
            {
                cases = [.. cases.Where(item => !StressExclusions.Has(item.Name))];
            }

            foreach (var item in cases.Where(item => !item.Isolated))
            {
                yield return new TestCaseData(variant, item).SetName($"{item.Name} [{variant}]");
            }

            yield return new TestCaseData(variant, null).SetName($"EndsInGoodOrder [{variant}]");
            foreach (var item in cases.Where(item => item.Isolated))
            {
                yield return new TestCaseData(variant, item).SetName($"{item.Name} [{variant}]");
            }
        }
    }

    private static IEnumerable<TestCaseData> KernelNames() =>
        from name in Images.TestKernels select new TestCaseData(name).SetName($"{nameof(AnnouncesItsCases)} [{name}]");

    private static IEnumerable<TestCaseData> VariantCases(string test) =>
        from variant in Images.Variants select new TestCaseData(variant).SetName($"{test} [{variant}]");

    private static void RunShared(string variant, KernelCase item)
    {
        var kernel = Share(variant);
        var logStart = kernel.Log.Text.Length;
        var outcome = item.Judge(kernel.Run(item.Index, LimitOf(item)));
        Check(item, outcome, kernel.Log, logStart, Images.TestKernel(variant));
    }

    private static void RunIsolated(string variant, KernelCase item)
    {
        var machine = Images.TestMachine(variant).With(item.Machine) with { CommandLine = item.CommandLine ?? string.Empty };
        using var kernel = KernelUnderTest.Start(machine, TimeLimits.Default);
        var outcome = kernel.WaitUntilReady() ?? kernel.Run(item.Index, LimitOf(item));
        if (outcome.Kind is OutcomeKind.Passed or OutcomeKind.Skipped && kernel.Stop() is { } fault)
        {
            outcome = outcome with { Kind = OutcomeKind.ProtocolError, Message = "The case ended well, and then " + fault };
        }

        Check(item, item.Judge(outcome), kernel.Log, 0, Images.TestKernel(variant));
    }

    /// <summary>The kernel that the cases of a variant share; booted where there is none, or the last one is no longer fit.</summary>
    private static KernelUnderTest Share(string variant)
    {
        if (s_shared is { IsUsable: true } && s_sharedVariant == variant)
        {
            return s_shared;
        }

        EndSharedKernel();
        s_shared = KernelUnderTest.Start(Images.TestMachine(variant), TimeLimits.Default);
        s_sharedVariant = variant;
        if (s_shared.WaitUntilReady() is { } outcome)
        {
            Assert.Fail(FailureText.Of(outcome, s_shared.Log.Text, Images.TestKernel(variant)));
        }

        return s_shared;
    }

    /// <summary>Asked to stop, a kernel that ran cases for each other sums up what it ran, and leaves with success.</summary>
    private static void EndInGoodOrder(string variant)
    {
        var kernel = Share(variant);
        Assert.That(kernel.Stop(), Is.Null, () => kernel.Log.Tail());
    }

    private static TimeSpan? LimitOf(KernelCase item) => item switch
    {
        { TimeLimit: > 0 } => TimeSpan.FromSeconds(item.TimeLimit),
        { Conformance: true } => ProgramLimit,
        _ => null,
    };

    /// <summary>Makes the outcome of a case that of the running test.</summary>
    private static void Check(KernelCase item, Outcome outcome, SerialLog log, int logStart, string image)
    {
        if (outcome.Ticks is { } ticks)
        {
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ticks} instructions"));
        }

        switch (outcome.Kind)
        {
            case OutcomeKind.Passed:
                // The console and the channel are two lines: what was printed before the result was sent may arrive a little later.
                var isFound = log.WaitFor(text => item.IsFoundIn(text[logStart..]), TimeSpan.FromSeconds(2));
                Assert.That(isFound, Is.True, () => $"The console does not show \"{item.LogContains}\".\n{log.Tail()}");
                if (item.Conformance && OutputDifference.Describe(ConformanceProgram.OutputOf(item.Type), outcome.Output) is { } difference)
                {
                    Assert.Fail(difference);
                }

                break;
            case OutcomeKind.Skipped:
                Assert.Ignore(outcome.Message);
                break;
            default:
                Assert.Fail(FailureText.Of(outcome, log.Text[logStart..], image));
                break;
        }
    }
}
