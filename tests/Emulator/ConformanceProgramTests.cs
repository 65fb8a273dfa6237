using NUnit.Framework;
using Tarn.Tests.Emulator.Conformance;

namespace Tarn.Tests.Emulator;

/// <summary>The conformance programs by themselves, on .NET: what they print is what kernels are measured by.</summary>
[TestFixture]
public sealed class ConformanceProgramTests
{
    /// <summary>A program that prints nothing would agree with any kernel.</summary>
    [TestCaseSource(nameof(Programs))]
    public void PrintsOnDotNet(string type) => Assert.That(ConformanceProgram.OutputOf(type), Is.Not.Empty);

    private static IEnumerable<TestCaseData> Programs() =>
        from type in ConformanceProgram.All select new TestCaseData(type).SetName($"PrintsOnDotNet {type["Tarn.".Length..]}");
}
