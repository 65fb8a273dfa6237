using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.InterruptSafety;

/// <summary>
/// Handlers that break their rules, one in each file of <c>tests/Handlers/Forbidden</c>: the error of each, word for word, at the line that
/// is marked there with a comment <c>// reported</c>.
/// </summary>
[TestFixture]
public sealed class ForbiddenHandlerTests
{
    private const string Namespace = "Tarn.Tests.Handlers.Forbidden.";

    private CheckedImage _image = null!;

    [OneTimeSetUp]
    public void CheckImage() => _image = CheckedImage.Handlers();

    [OneTimeTearDown]
    public void CloseImage() => _image?.Dispose();

    [TestCase("Allocating", "TARN3001", "allocates: {run} -> Allocating.OnInterrupt -> RhpNewFast (creates an object or an array)")]
    [TestCase("AllocatingInAnArray", "TARN3001", "allocates: {run} -> AllocatingInAnArray.OnInterrupt -> RuntimeExports.RhpNewArrayFast (creates an object or an array)")]
    [TestCase("AllocatingOnALine", "TARN3001", "allocates: ClaimedHandler<AllocatingOnALine>.RunLine -> AllocatingOnALine.OnInterrupt -> RhpNewFast (creates an object or an array)")]
    [TestCase("AllocatingInACallee", "TARN3001", "allocates: {run} -> AllocatingInACallee.OnInterrupt -> AllocatingInACallee.Keep -> AllocatingInACallee.Renew -> RhpNewFast (creates an object or an array)")]
    [TestCase("AllocatingBehindTailCalls", "TARN3001", "allocates: {run} -> AllocatingBehindTailCalls.OnInterrupt -> AllocatingBehindTailCalls.First -> AllocatingBehindTailCalls.Second -> handlers_jump_to_the_heap -> KernelHeap.Allocate (takes memory from the heap)")]
    [TestCase("AllocatingInAssembly", "TARN3001", "allocates: {run} -> AllocatingInAssembly.OnInterrupt -> handlers_call_the_heap -> KernelHeap.Allocate (takes memory from the heap)")]
    [TestCase("AllocatingBehindALabel", "TARN3001", "allocates: {run} -> AllocatingBehindALabel.OnInterrupt -> handlers_jump_into_the_middle -> handlers_middle -> KernelHeap.Allocate (takes memory from the heap)")]
    [TestCase("AllocatingBehindDeclaredCall", "TARN3001", "allocates: {run} -> AllocatingBehindDeclaredCall.OnInterrupt -> AllocatingBehindDeclaredCall.Call -> AllocatingBehindDeclaredCall.Allocate -> RhpNewFast (creates an object or an array)")]
    [TestCase("TakingFrames", "TARN3001", "allocates: {run} -> TakingFrames.OnInterrupt -> FrameAllocator.TryAllocate (belongs to the allocator of frames)")]
    [TestCase("Collecting", "TARN3001", "allocates: {run} -> Collecting.OnInterrupt -> GC.Collect -> tarn_collect (collects)")]
    [TestCase("ReadingAWeakReference", "TARN3001", "allocates: {run} -> ReadingAWeakReference.OnInterrupt -> WeakReference<System, _Canon>.TryGetTarget -> WeakCell.Target.get (belongs to a weak reference, which the collector empties)")]
    [TestCase("RunningFinalizers", "TARN3001", "allocates: {run} -> RunningFinalizers.OnInterrupt -> GC.WaitForPendingFinalizers -> Finalization.RunDue (belongs to finalizers, which the collector finds due)")]
    [TestCase("Boxing", "TARN3001", "allocates: {run} -> Boxing.OnInterrupt -> RhpNewFast (creates an object or an array)")]
    [TestCase("Throwing", "TARN3002", "can throw: {run} -> Throwing.OnInterrupt -> {RhpThrowEx} (throws an exception)")]
    [TestCase("ThrowingInAssembly", "TARN3002", "can throw: {run} -> ThrowingInAssembly.OnInterrupt -> handlers_throw -> {RhpThrowEx} (throws an exception)")]
    [TestCase("Slicing", "TARN3002", "can throw: {run} -> Slicing.OnInterrupt -> MemoryExtensions.AsSpan<Int32> -> Span.Span -> ThrowHelper.ThrowArgumentOutOfRangeException (throws an exception)")]
    [TestCase("Indexing", "TARN3003", "uses an index that nothing guards: {run} -> Indexing.OnInterrupt -> ThrowHelpers.ThrowIndexOutOfRangeException (refuses an index)")]
    [TestCase("IndexingASpan", "TARN3003", "uses an index that nothing guards: {run} -> IndexingASpan.OnInterrupt -> IndexingASpan.At -> ThrowHelpers.ThrowIndexOutOfRangeException (refuses an index)")]
    [TestCase("Casting", "TARN3004", "makes a cast or a check of a type: {run} -> Casting.OnInterrupt -> TypeCast.CheckCastInterface (checks a type, of a cast, a pattern or a store to an array)")]
    [TestCase("StoringAReference", "TARN3004", "makes a cast or a check of a type: {run} -> StoringAReference.OnInterrupt -> TypeCast.StelemRef (checks a type, of a cast, a pattern or a store to an array)")]
    [TestCase("Locking", "TARN3005", "takes a lock that a task can hold: {run} -> Locking.OnInterrupt -> Monitor.Enter (belongs to the lock statement)")]
    [TestCase("TryingALock", "TARN3005", "takes a lock that a task can hold: {run} -> TryingALock.OnInterrupt -> Lock.TryEnter -> Lock.Enter (belongs to a lock)")]
    [TestCase("Printing", "TARN3006", "prints: {run} -> Printing.OnInterrupt -> Console.WriteLine (prints)")]
    [TestCase("PrintingInterpolated", "TARN3006", null)]
    [TestCase("PrintingToASink", "TARN3006", "prints: {run} -> PrintingToASink.OnInterrupt -> BufferSink.Write (prints)")]
    [TestCase("CallingADelegate", "TARN3007", "makes an indirect call that is not declared: {run} -> CallingADelegate.OnInterrupt (a call of a delegate, System.Action)")]
    [TestCase("CallingAnInterface", "TARN3007", "makes an indirect call that is not declared: {run} -> CallingAnInterface.OnInterrupt (a call of Tarn.Tests.Handlers.Forbidden.ICounter.Count through the interface)")]
    [TestCase("CallingAVirtualMethod", "TARN3007", "makes an indirect call that is not declared: {run} -> CallingAVirtualMethod.OnInterrupt (a call of Tarn.Tests.Handlers.Forbidden.AbstractCounter.CountDown, a virtual method)")]
    [TestCase("CallingAFunctionPointer", "TARN3007", "makes an indirect call that is not declared: {run} -> CallingAFunctionPointer.OnInterrupt (a call through a function pointer)")]
    [TestCase("CallingInAssembly", "TARN3007", "makes an indirect call that is not declared: {run} -> CallingInAssembly.OnInterrupt -> handlers_call_through_variable (a call to wherever handlers_variable points)")]
    [TestCase("Panicking", "TARN3008", "can end the kernel or raise an exception: {run} -> Panicking.OnInterrupt -> Panic.Fail (ends the kernel)")]
    [TestCase("BreakingIn", "TARN3008", "can end the kernel or raise an exception: {run} -> BreakingIn.OnInterrupt -> tarn_breakpoint (INT3 raises a breakpoint exception)")]
    [TestCase("RunningAStaticConstructor", "TARN3009", "can run a static constructor: {run} -> RunningAStaticConstructor.OnInterrupt -> (statics of RunningAStaticConstructor.Start) -> ClassConstructorRunner.CheckStaticClassConstructionReturnNonGCStaticBase (runs a static constructor at first use)")]
    [TestCase("LettingInterruptsIn", "TARN3010", "lets interrupts in or waits for one: {run} -> LettingInterruptsIn.OnInterrupt -> tarn_interrupts_enable (STI or POPF lets interrupts in)")]
    [TestCase("Waiting", "TARN3010", "lets interrupts in or waits for one: {run} -> Waiting.OnInterrupt -> tarn_halt_forever (HLT waits for an interrupt)")]
    [TestCase("Recursing", "TARN3011", "calls itself: {run} -> Recursing.OnInterrupt -> Recursing.Even -> Recursing.Odd -> Recursing.Even (the stack that it takes has no bound)")]
    [TestCase("AllocatingOnTheStack", "TARN3012", "cannot be followed: {run} -> AllocatingOnTheStack.OnInterrupt (how deep the stack is depends on what happens at run time)")]
    [TestCase("JumpingAway", "TARN3012", "cannot be followed: {run} -> JumpingAway.OnInterrupt -> handlers_jump_far (it goes where a table of the processor's says)")]
    public void ItIsAnErrorAtItsLine(string handler, string code, string? text)
    {
        var error = Errors(handler).Single();

        // What RhpThrowEx is exported by is the core library's affair.
        var thrower = error.Text.Contains("RhpThrowEx", StringComparison.Ordinal) ? "RhpThrowEx" : "ExceptionHandling.Throw";
        Assert.That(error.Code, Is.EqualTo(code), error.ToString());
        Assert.That(error.Location?.File, Is.EqualTo($"tests/Handlers/Forbidden/{handler}.cs"), error.ToString());
        Assert.That(error.Location?.Line, Is.EqualTo(MarkedLine(handler)), error.ToString());
        if (text is not null)
        {
            Assert.That(
                error.Text,
                Is.EqualTo($"the interrupt handler {Namespace}{handler} "
                    + text.Replace("{run}", $"ClaimedHandler<{handler}>.RunVector", StringComparison.Ordinal)
                        .Replace("{RhpThrowEx}", thrower, StringComparison.Ordinal)));
        }
    }

    [Test]
    public void AHandlerInsideAnotherIsFollowed()
    {
        var error = Errors("Wrapping<Allocating>").Single();

        Assert.That(
            error.Text,
            Is.EqualTo($"the interrupt handler {Namespace}Wrapping<Allocating> allocates: ClaimedHandler<Wrapping<Allocating>>.RunVector -> "
                + "Wrapping.OnInterrupt -> Allocating.OnInterrupt -> RhpNewFast (creates an object or an array)"));
        Assert.That(error.Location?.Line, Is.EqualTo(MarkedLine("Allocating")));
        Assert.That(error.Related, Has.Member($"at tests/Handlers/Forbidden/Wrapping.cs(11,34): in {Namespace}Wrapping.OnInterrupt"));
    }

    [Test]
    public void EveryStepOfTheWayHasItsLine()
    {
        var error = Errors("AllocatingInACallee").Single();

        Assert.That(error.Related.Select(related => related[..related.IndexOf('(', StringComparison.Ordinal)]), Is.EqualTo((string[])
        [
            "at arch-x86_64/Interrupts/ClaimedHandler.cs",
            "at tests/Handlers/Forbidden/AllocatingInACallee.cs",
            "at tests/Handlers/Forbidden/AllocatingInACallee.cs",
            "at tests/Handlers/Forbidden/AllocatingInACallee.cs",
        ]));
    }

    [Test]
    public void EveryForbiddenHandlerHasItsTest()
    {
        var tested = typeof(ForbiddenHandlerTests).GetMethod(nameof(ItIsAnErrorAtItsLine))!
            .GetCustomAttributes(typeof(TestCaseAttribute), inherit: false)
            .Cast<TestCaseAttribute>()
            .Select(test => (string)test.Arguments[0]!);
        var marked = Directory.EnumerateFiles(Folder)
            .Where(path => File.ReadAllText(path).Contains(": IInterruptHandler", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name != "Wrapping");

        Assert.That(tested, Is.EquivalentTo(marked));
    }

    [Test]
    public void NothingElseIsAnError()
    {
        var errors = _image.Check.Errors.Where(error => !error.Text.StartsWith("the interrupt handler " + Namespace, StringComparison.Ordinal));

        Assert.That(errors, Is.Empty);
    }

    private static string Folder => Path.Combine(Workplace.Root, "tests", "Handlers", "Forbidden");

    private IEnumerable<BuildError> Errors(string handler) =>
        _image.Check.Errors.Where(error => error.Text.StartsWith($"the interrupt handler {Namespace}{handler} ", StringComparison.Ordinal));

    private static int MarkedLine(string handler) =>
        Array.FindIndex(File.ReadAllLines(Path.Combine(Folder, handler + ".cs")), line => line.EndsWith("// reported", StringComparison.Ordinal)) + 1;
}
