using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract;

/// <summary>
/// One case for each program in <c>Programs</c>: it is compiled against the core library, and what its machine code then asks for is
/// compared with the file of the same name in <c>Expectations</c>. A new version of the compiler shows here what it does differently; so
/// does a core library that lost something.
/// </summary>
/// <remarks>
/// With <c>TARN_UPDATE_CONTRACT=1</c> in the environment the expectations are written instead of compared, and the cases are reported as
/// inconclusive. Look at the difference before you commit it.
/// </remarks>
[TestFixture]
public sealed class ContractTests
{
    private const string UpdateVariable = "TARN_UPDATE_CONTRACT";

    private static IEnumerable<string> ProgramNames() =>
        Directory.EnumerateFiles(Workplace.Programs, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Order();

    [TestCaseSource(nameof(ProgramNames))]
    public void ProgramAsksForWhatIsExpected(string name)
    {
        var outcome = ContractOutcome.Of(Path.Combine(Workplace.Programs, name + ".cs"));
        var expectationPath = Path.Combine(Workplace.Expectations, name + ".txt");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(expectationPath, outcome);
            Assert.Inconclusive($"Written anew: {expectationPath}");
        }

        Assert.That(expectationPath, Does.Exist, $"Run the tests with {UpdateVariable}=1 to write the expectation of a new program.");
        Assert.That(
            outcome, Is.EqualTo(File.ReadAllText(expectationPath)), $"ILC {Workplace.CompilerVersion} asks for something else now.");
    }

    [Test]
    public void EveryExpectationHasItsProgram() =>
        Assert.That(
            Directory.EnumerateFiles(Workplace.Expectations).Select(path => Path.GetFileNameWithoutExtension(path)),
            Is.SubsetOf(ProgramNames()));
}
