using Tarn.Sdk.Tool.InterruptSafety;
using Tarn.Sdk.Tool.MachineCode;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.InterruptSafety;

/// <summary>The check on a whole kernel: that it passes, and that what the check looks for is there to be found.</summary>
[TestFixture]
public sealed class KernelImageTests
{
    /// <summary>What only kernels with a collector have: not the test kernel.</summary>
    private static readonly string[] s_ofCollector = ["tarn_collect*", "Tarn.Collecting.*"];

    private CheckedImage _image = null!;
    private CodeImage _code = null!;
    private SymbolNames _symbols = null!;
    private FunctionNames _names = null!;

    [OneTimeSetUp]
    public void CheckImage()
    {
        _image = CheckedImage.TestKernel();
        _code = new CodeImage(_image.File);
        _symbols = new SymbolNames(_image.Program);
        _names = new FunctionNames(_code, _symbols);
    }

    [OneTimeTearDown]
    public void CloseImage() => _image?.Dispose();

    [Test]
    public void ItPasses() => Assert.That(_image.Check.Errors, Is.Empty);

    [Test]
    public void EveryHandlerThatItClaimsIsFound()
    {
        Assert.That(_image.Check.Report.Handlers.Select(handler => handler.Name), Is.SupersetOf((string[])
        [
            "Tarn.Arch.X86_64.InterruptVectors.CountUnclaimed",
            "Tarn.Arch.X86_64.PicController.ServeUnclaimed",
            "Tarn.Drivers.PitTick<PortSpace, PitTickAlone>",
            "Tarn.Tests.Kernel.Cases.InterruptTests.Observer",
            "Tarn.Tests.Kernel.Cases.InterruptTests.Raining<PitTick<PortSpace, PitTickAlone>>",
        ]));
    }

    [Test]
    public void NothingInTheTableIsKnownByNameAlone()
    {
        // Each method that a claim stores is also found by following what is stored, and besides them what serves unclaimed vectors and
        // the processor's exceptions.
        var start = _code.AddressOf(InterruptPath.HandlerTable)!.Value;
        var range = new AddressRange(start, _code.EndOfData(start));
        var table = new HandlerTable(_code, new CodeReferences(_code, range), new FlowAnalyzer(_code, range), range);
        var claims = new FunctionPattern(InterruptPath.ClaimedHandlers);
        var claimed = _code.Functions.Where(function => claims.Matches(_names, function.Start)).Select(function => function.Start).ToList();

        Assert.That(range.End - range.Start, Is.EqualTo(256 * sizeof(ulong)));
        Assert.That(table.Problems, Is.Empty);
        Assert.That(claimed, Has.Count.GreaterThanOrEqualTo(5));
        Assert.That(table.Stored.Keys, Is.SupersetOf(claimed));
        Assert.That(table.Stored.Keys.Except(claimed).Select(address => _names.Display(address)), Is.EquivalentTo((string[])
        [
            "Tarn.Arch.X86_64.FaultHandler.Handle",
            "Tarn.Arch.X86_64.UserCallGate<UserModeTests.Calls>.Serve",
            InterruptPath.Unclaimed,
            "Tarn.Arch.X86_64.PicController.ServeUnclaimed",
        ]));
    }

    private static IEnumerable<string> ForbiddenPatterns() => ForbiddenFunctions.All.Select(entry => entry.Pattern.ToString()).Except(s_ofCollector);

    [TestCaseSource(nameof(s_ofCollector))]
    public void TheCollectorIsInTheReferenceKernel(string pattern)
    {
        Assert.That(ForbiddenFunctions.All.Select(entry => entry.Pattern.ToString()), Has.Member(pattern));
        using var reference = CheckedImage.Reference();
        var code = new CodeImage(reference.File);
        var names = new FunctionNames(code, new SymbolNames(reference.Program));
        Assert.That(code.Functions.Any(function => new FunctionPattern(pattern).Matches(names, function.Start)), Is.True);
    }

    [TestCaseSource(nameof(ForbiddenPatterns))]
    public void AForbiddenFunctionIsThere(string pattern) => AssertIsThere(new FunctionPattern(pattern));

    [Test]
    public void EveryUncheckedHandlerIsThere()
    {
        // Each that the components of this kernel declare: also those are not to outlive what they name.
        Assert.That(_image.Check.Report.UncheckedHandlers.Select(handler => handler.Name), Is.EquivalentTo((string[])
        [
            "Tarn.Arch.X86_64.FaultHandler.Handle",
            "Tarn.Arch.X86_64.UserCallGate.Serve",
            "Tarn.Tests.Kernel.Cases.ExceptionTests.Rethrower",
            "Tarn.Tests.Kernel.Cases.ExceptionTests.Thrower",
            "Tarn.Tests.Kernel.Cases.ExceptionTests.Throwing",
            "Tarn.Tests.Kernel.Cases.FaultTests.RecursingHandler",
            "Tarn.Tests.Kernel.Cases.HeapLockTests.Churning",
        ]));
    }

    [Test]
    public void TheExemptFunctionsAreThere()
    {
        AssertIsThere(ForbiddenFunctions.StackCookieFailure);
        foreach (var (function, _) in InterruptPath.Allowed)
        {
            AssertIsThere(new FunctionPattern(function));
        }

        foreach (var function in InterruptPath.PreservingRegisters)
        {
            AssertIsThere(new FunctionPattern(function));
        }
    }

    [Test]
    public void EveryContractHasForbiddenImplementations()
    {
        foreach (var contract in ForbiddenFunctions.AllImplementations)
        {
            Assert.That(SymbolNames.ImplementationsOf(_image.Program, contract.Pattern.ToString()), Is.Not.Empty, contract.Pattern.ToString());
        }

        var patterns = ForbiddenFunctions.For(_image.Program).Select(entry => entry.Pattern.ToString()).ToList();
        Assert.That(patterns, Has.Member("Tarn.Drivers.Serial16550.Write"));
        Assert.That(patterns, Has.Member("Tarn.Allocators.FixedSizeBlockAllocator.*"));
    }

    [Test]
    public void EveryMethodIsKnownByItsSymbol()
    {
        // What is compiled from C# begins with its assembly's name, and so do two kinds of helpers that the compiler makes of its own.
        var unknown = _code.Functions
            .SelectMany(function => function.Symbols)
            .Where(symbol => symbol.StartsWith("Tarn_", StringComparison.Ordinal) || symbol.StartsWith("S_P_CoreLib_", StringComparison.Ordinal))
            .Where(symbol => !symbol.EndsWith("____GetFieldHelper", StringComparison.Ordinal) && !symbol.EndsWith("Thunk", StringComparison.Ordinal))
            .Where(symbol => _symbols.MethodsOf(symbol).Count == 0)
            .ToList();

        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public void EveryJumpTableIsRead()
    {
        // A switch is compiled to a jump through a register that was computed from a table of four-byte distances.
        var analyzer = new FlowAnalyzer(_code);
        var unread = new List<string>();
        var read = 0;
        foreach (var function in _code.Functions.Where(function => _names.MethodsOf(function.Start).Count != 0))
        {
            var flow = analyzer.Analyze(function.Start);
            read += flow.Steps.Values.Count(step => step.Successors.Count > 2);
            unread.AddRange(flow.Transfers
                .Where(transfer => transfer.Kind == TransferKind.Jump && transfer.Targets.Count == 0)
                .Where(transfer => IsThroughTable(flow, transfer))
                .Select(transfer => $"{_names.Display(function.Start)} at 0x{transfer.Site:x}"));
        }

        Assert.That(unread, Is.Empty);
        Assert.That(read, Is.GreaterThan(50));
    }

    private static bool IsThroughTable(FunctionFlow flow, Transfer transfer) =>
        flow.Steps[transfer.Site].Instruction is var jump
        && jump.Op0Kind == Iced.Intel.OpKind.Register
        && flow.Steps.Values.Any(step => step.Instruction.NextIP == transfer.Site
            && step.Instruction.Mnemonic == Iced.Intel.Mnemonic.Add
            && step.Instruction.Op0Register == jump.Op0Register);

    private void AssertIsThere(FunctionPattern pattern) => Assert.That(
        _code.Functions.Any(function => pattern.Matches(_names, function.Start)),
        Is.True,
        $"the test kernel has no function {pattern}: was it renamed?");
}
