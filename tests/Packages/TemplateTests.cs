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

        // It runs no loggers, and says so; and what was built is removed again.
        Assert.That(Run(kernel, "test", "--no-build", "--logger", "trx"), Does.Contain("warning TARN4011").And.Contain("Total: 2"));
        Assert.That(Run(kernel, "test", "--no-build", "--list-tests"), Does.Contain("    Tests.DigitsAreRead").And.Not.Contain("Passed"));
        Run(kernel, "clean");
        Assert.That(Directory.GetFiles(Path.Combine(kernel, "bin", "Release", "net10.0"), "Mine.*"), Is.Empty);

        // And a test that cannot pass does not.
        var tests = Path.Combine(kernel, "Tests.cs");
        File.WriteAllText(tests, File.ReadAllText(tests).Replace("Expect.Equal(59,", "Expect.Equal(58,", StringComparison.Ordinal));
        var failed = Workplace.DotNet(kernel, "test", "--filter", "Name~Digits");
        Assert.That(failed.ExitCode, Is.Not.Zero);
        Assert.That(failed.Output, Does.Contain("Failed Tests.DigitsAreRead").And.Contain("expected 58 but was 59").And.Contain("Failed!  - Failed: 1, Passed: 0, Skipped: 0, Total: 1"));
        Assert.That(failed.Output, Does.Contain("error TARN4010: tests of Mine failed"));
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
