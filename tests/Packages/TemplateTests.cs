using System.Xml.Linq;
using NUnit.Framework;

namespace Tarn.Tests.Packages;

/// <summary><c>dotnet new tarn-kernel</c>, and what it makes.</summary>
[TestFixture]
public sealed class TemplateTests
{
    [Test]
    public void ANewKernelBootsAndItsTestsPass()
    {
        var folder = Workplace.NewFolder("template");
        Run(folder, "new", "install", Path.Combine(Workplace.Packages, $"Tarn.Templates.{Workplace.Version}.nupkg"), "--debug:custom-hive", Workplace.TemplateHive);
        Run(folder, "new", "tarn-kernel", "--output", "Mine", "--debug:custom-hive", Workplace.TemplateHive);
        var kernel = Path.Combine(folder, "Mine");
        Workplace.Build(kernel);

        var run = Run(kernel, "run", "--no-build", "--", "until=idle");
        Assert.That(run, Does.Contain("Hello from Mine!").And.Match("It is [0-2][0-9]:[0-5][0-9]:[0-5][0-9]"));
        var test = Run(kernel, "test");
        Assert.That(test, Does.Contain("Passed Tests.TheClockShowsATimeOfDay").And.Contain("Passed!  - Failed: 0, Passed: 2, Skipped: 0, Total: 2"));

        // It leaves results for those who read such files; other loggers it has none of, and says so.
        Assert.That(Run(kernel, "test", "--no-build", "--logger", "trx;LogFileName=mine.trx"), Does.Contain("Results File: ").And.Contain("Total: 2").And.Not.Contain("TARN4011"));
        var results = XDocument.Load(Path.Combine(kernel, "TestResults", "mine.trx")).Descendants().ToList();
        Assert.That(results.Single(element => element.Name.LocalName == "Counters").Attribute("passed")!.Value, Is.EqualTo("2"));
        Assert.That(
            results.Where(element => element.Name.LocalName == "UnitTestResult").Select(element => $"{element.Attribute("testName")!.Value} {element.Attribute("outcome")!.Value}"),
            Is.EquivalentTo(new[] { "Tests.DigitsAreRead Passed", "Tests.TheClockShowsATimeOfDay Passed" }));
        Assert.That(Run(kernel, "test", "--no-build", "--logger", "html"), Does.Contain("warning TARN4011").And.Contain("Total: 2"));

        // What was built is removed again.
        Assert.That(Run(kernel, "test", "--no-build", "--list-tests"), Does.Contain("    Tests.DigitsAreRead").And.Not.Contain("Passed"));
        Run(kernel, "clean");
        Assert.That(Directory.GetFiles(Path.Combine(kernel, "bin", "Release", "net10.0"), "Mine.*"), Is.Empty);

        // And a test that cannot pass does not.
        var tests = Path.Combine(kernel, "Tests.cs");
        File.WriteAllText(tests, File.ReadAllText(tests).Replace("Expect.Equal(59,", "Expect.Equal(58,", StringComparison.Ordinal));
        var failed = Workplace.DotNet(kernel, "test", "--filter", "Name~Digits", "--logger", "trx", "--results-directory", Path.Combine(folder, "results"));
        Assert.That(failed.ExitCode, Is.Not.Zero);
        Assert.That(failed.Output, Does.Contain("Failed Tests.DigitsAreRead").And.Contain("expected 58 but was 59").And.Contain("Failed!  - Failed: 1, Passed: 0, Skipped: 0, Total: 1"));
        Assert.That(failed.Output, Does.Contain("error TARN4010: tests of Mine failed"));
        var file = Directory.GetFiles(Path.Combine(folder, "results"), "*.trx").Single();
        Assert.That(Path.GetFileName(file), Is.EqualTo("Mine-tests.trx"));
        Assert.That(XDocument.Load(file).Descendants().Single(element => element.Name.LocalName == "Message").Value, Does.Contain("expected 58 but was 59"));
        var none = Workplace.DotNet(kernel, "test", "--no-build", "--filter", "Name~Nothing");
        Assert.That(none.ExitCode, Is.Not.Zero);
        Assert.That(none.Output, Does.Contain("error TARN4009: no case matches the filter 'Name~Nothing'"));
    }

    private static string Run(string folder, params string[] arguments)
    {
        var result = Workplace.DotNet(folder, arguments);
        Assert.That(result.ExitCode, Is.Zero, result.Output);
        return result.Output;
    }
}
