using System.Text.Json;
using Tarn.Sdk.Tool.InterruptSafety;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.InterruptSafety;

/// <summary>Handlers that keep their rules, and what they cost.</summary>
[TestFixture]
public sealed class AllowedHandlerTests
{
    private const string Namespace = "Tarn.Tests.Handlers.Allowed.";

    private CheckedImage _image = null!;

    [OneTimeSetUp]
    public void CheckImage() => _image = CheckedImage.Handlers();

    [OneTimeTearDown]
    public void CloseImage() => _image?.Dispose();

    [Test]
    public void EachIsInTheReport()
    {
        var written = Directory.EnumerateFiles(Path.Combine(Workplace.Root, "tests", "Handlers", "Allowed"))
            .Where(path => File.ReadAllText(path).Contains(": IInterruptHandler", StringComparison.Ordinal))
            .Select(path => Namespace + Path.GetFileNameWithoutExtension(path))
            .Where(name => name != Namespace + "Unchecked");

        Assert.That(_image.Check.Report.Handlers.Select(handler => handler.Name), Is.EquivalentTo((string[])
        [
            .. written,
            "Tarn.Arch.X86_64.InterruptVectors.CountUnclaimed",
            "Tarn.Arch.X86_64.PicController.ServeUnclaimed",
            "Tarn.Drivers.PitTick<PortSpace, PitTickAlone>",
        ]));
    }

    [Test]
    public void TheStubsStackIsWhatItPushes()
    {
        // Vector and error code, 15 registers, FXSAVE's 512 bytes, the chain of exceptions, and the return address of the call.
        Assert.That(_image.Check.Report.StubStackBytes, Is.EqualTo(8 + 8 + 15 * 8 + 512 + 16 + 8));
        Assert.That(_image.Check.Report.ProcessorStackBytes, Is.EqualTo(5 * 8 + 8));
        Assert.That(_image.Check.Report.StubInstructions, Is.InRange(40, 80));
    }

    [TestCase("FixedBuffer", 0, 32, true)]
    [TestCase("LargeFrame", 5000, 5200, false)]
    [TestCase("ConstantStackBuffer", 48, 96, true)]
    [TestCase("Switching", 0, 32, true)]
    [TestCase("Looping", 0, 32, false)]
    [TestCase("Copying", 0, 64, false)]
    public void EachCostsWhatItsCodeTakes(string name, long leastStack, long mostStack, bool isBounded)
    {
        var handler = Handler(name);

        Assert.That(handler.StackBytes, Is.InRange(leastStack, mostStack));
        Assert.That(handler.TotalStackBytes, Is.EqualTo(
            handler.StackBytes + _image.Check.Report.StubStackBytes + _image.Check.Report.ProcessorStackBytes));
        Assert.That(handler.TotalInstructions, Is.EqualTo(handler.Instructions + _image.Check.Report.StubInstructions));
        Assert.That(handler.AreInstructionsBounded, Is.EqualTo(isBounded));
        Assert.That(handler.Instructions, Is.Positive);
    }

    [Test]
    public void ALoopIsNamedWithItsLine()
    {
        Assert.That(Handler("Looping").Loops.Single(), Does.Match(@"^Tarn\.Tests\.Handlers\.Allowed\.Looping\.OnInterrupt \(Looping\.cs:1\d\)$"));
    }

    [Test]
    public void ADeclaredCallIsNamedWithItsReason()
    {
        var handler = Handler("DeclaredIndirectCall");

        Assert.That(handler.DeclaredIndirectCalls, Is.EqualTo((string[])
        [
            "in Tarn.Tests.Handlers.Allowed.DeclaredIndirectCall.Call: Tarn.Tests.Handlers.Allowed.DeclaredIndirectCall.CountOne, "
            + "Tarn.Tests.Handlers.Allowed.DeclaredIndirectCall.CountTwo (s_function is set by the program alone; to one of these two)",
        ]));
    }

    [Test]
    public void AnUncheckedHandlerIsNamedWithItsReason()
    {
        Assert.That(_image.Check.Report.UncheckedHandlers.Select(handler => handler.Name), Is.EquivalentTo((string[])
        [
            "Tarn.Arch.X86_64.FaultHandler.Handle",
            Namespace + "Unchecked",
        ]));
        Assert.That(
            _image.Check.Report.ToMarkdown("handlers.elf"),
            Does.Contain($"- `{Namespace}Unchecked`: allocates, and is declared to be left alone\n"));
    }

    [Test]
    public void TheReportIsReadByProgramsAndByPeople()
    {
        using var json = JsonDocument.Parse(_image.Check.Report.ToJson());
        var handlers = json.RootElement.GetProperty("handlers");
        var looping = handlers.EnumerateArray().Single(handler => handler.GetProperty("name").GetString() == Namespace + "Looping");
        Assert.That(looping.GetProperty("areInstructionsBounded").GetBoolean(), Is.False);
        Assert.That(looping.GetProperty("totalStackBytes").GetInt64(), Is.EqualTo(Handler("Looping").TotalStackBytes));

        var text = _image.Check.Report.ToMarkdown("handlers.elf");
        Assert.That(text, Does.StartWith("# Interrupt handlers of handlers.elf\n"));
        Assert.That(text, Does.Contain($"| `{Namespace}Looping` | {Handler("Looping").StackBytes} | "));
        Assert.That(text, Does.Contain(" + loops |"));
    }

    private HandlerReport.Handler Handler(string name) =>
        _image.Check.Report.Handlers.Single(handler => handler.Name == Namespace + name);
}
