using Tarn.Sdk.Tool.MachineCode;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.MachineCode;

/// <summary>Where control can go from a function, and how deep its stack gets: on code written to mislead.</summary>
[TestFixture]
public sealed class FlowAnalyzerTests
{
    [Test]
    public void CallsAndJumpsOutOfAFunctionAreFound()
    {
        var (image, flow) = Follow("""
            start:
                push rbx
                call called
                pop rbx
                test eax, eax
                jz jumped
                jmp last
                .size start, . - start
            called: ret
            jumped: ret
            last: ret
            """);

        Assert.That(Targets(image, flow, TransferKind.Call), Is.EqualTo((string[])["called"]));
        Assert.That(Targets(image, flow, TransferKind.Jump), Is.EqualTo((string[])["jumped", "last"]));
        Assert.That(flow.Returns, Is.False);
        Assert.That(flow.StackDepth, Is.EqualTo(16));
        Assert.That(flow.Transfers[0].StackDepth, Is.EqualTo(16));
        Assert.That(flow.Transfers[1].StackDepth, Is.Zero);
        Assert.That(flow.Hazards, Is.Empty);
    }

    [Test]
    public void ABranchInsideAFunctionStaysInsideIt()
    {
        var (_, flow) = Follow("""
            start:
                test edi, edi
                jz 1f
                nop
            inner:
                nop
            1:  ret
                .size start, . - start
            """);

        Assert.That(flow.Transfers, Is.Empty);
        Assert.That(flow.Steps, Has.Count.EqualTo(5));
        Assert.That(flow.Returns, Is.True);
    }

    [Test]
    public void AJumpIntoTheMiddleOfAFunctionIsAJumpThere()
    {
        var (image, flow) = Follow("""
            start:
                jmp other + 1
                .size start, . - start
            other:
                nop
                ret
                .size other, . - other
            """);

        Assert.That(flow.Transfers.Single().Targets, Is.EqualTo((ulong[])[image.AddressOf("other")!.Value + 1]));
    }

    [Test]
    public void CodeThatRunsOverTheEndOfItsFunctionGoesOnInTheNext()
    {
        var (image, flow) = Follow("""
            start:
                push rax
                .size start, . - start
            next:
                ret
            """);

        Assert.That(Targets(image, flow, TransferKind.Jump), Is.EqualTo((string[])["next"]));
        Assert.That(flow.Transfers[0].StackDepth, Is.EqualTo(8));
    }

    [Test]
    public void AConstantAddressIsFollowedFromRegisterAndReadOnlyData()
    {
        var (image, flow) = Follow("""
            start:
                lea rbx, [rip + first]
                mov rax, rbx
                call rax
                call [rip + pointer]
                mov rax, [rip + pointer]
                call rax
                movabs rcx, offset first
                jmp rcx
                .size start, . - start
            first: ret
            second: ret
                .section .rodata
            pointer: .quad second
            """);

        Assert.That(Targets(image, flow, TransferKind.Call), Is.EqualTo((string[])["first", "second", "second"]));
        Assert.That(Targets(image, flow, TransferKind.Jump), Is.EqualTo((string[])["first"]));
    }

    [Test]
    public void AnAddressThatCanBeWrittenIsNotKnown()
    {
        var (_, flow) = Follow("""
            start:
                call [rip + pointer]
                mov rax, [rip + pointer]
                jmp rax
                .size start, . - start
            first: ret
                .data
            pointer: .quad first
            """);

        Assert.That(flow.Transfers.Select(transfer => transfer.Targets), Is.All.Empty);
        Assert.That(flow.Transfers.Select(transfer => transfer.Kind), Is.EqualTo((TransferKind[])[TransferKind.Call, TransferKind.Jump]));
        Assert.That(flow.Transfers[0].Datum, Is.EqualTo("pointer"));
        Assert.That(flow.Transfers[1].Operand, Is.EqualTo("rax"));
    }

    [Test]
    public void AChoiceOfTwoAddressesIsBoth()
    {
        var (image, flow) = Follow("""
            start:
                lea rax, [rip + first]
                lea rcx, [rip + second]
                test edi, edi
                cmovz rax, rcx
                test esi, esi
                jz 1f
                lea rax, [rip + third]
            1:  jmp rax
                .size start, . - start
            first: ret
            second: ret
            third: ret
            """);

        Assert.That(Targets(image, flow, TransferKind.Jump), Is.EqualTo((string[])["first", "second", "third"]));
    }

    [Test]
    public void AnAddressDoesNotOutliveACallInARegisterThatBelongsToTheCallee()
    {
        var (_, flow) = Follow("""
            start:
                push rbx
                lea rcx, [rip + other]
                lea rbx, [rip + other]
                call other
                call rbx
                call rcx
                pop rbx
                ret
                .size start, . - start
            other: ret
            """);

        Assert.That(flow.Transfers.Select(transfer => transfer.Targets.Count), Is.EqualTo((int[])[1, 1, 0]));
    }

    [Test]
    public void AnAddressIsFollowedOverTheStack()
    {
        var (image, flow) = Follow("""
            start:
                push rbp
                mov rbp, rsp
                sub rsp, 16
                lea rax, [rip + first]
                mov [rbp - 8], rax
                call second
                call [rsp + 8]
                leave
                ret
                .size start, . - start
            first: ret
            second: ret
            """);

        Assert.That(Targets(image, flow, TransferKind.Call), Is.EqualTo((string[])["second", "first"]));
        Assert.That(flow.Hazards, Is.Empty);
    }

    [Test]
    public void OnceOthersKnowAnAddressOnTheStackTheyMayWriteThere()
    {
        var (_, flow) = Follow("""
            start:
                sub rsp, 24
                lea rax, [rip + other]
                mov [rsp + 8], rax
                lea rdi, [rsp + 8]
                call other
                call [rsp + 8]
                add rsp, 24
                ret
                .size start, . - start
            other: ret
            """);

        Assert.That(flow.Transfers[1].Targets, Is.Empty);
    }

    [Test]
    public void AJumpTableOfDistancesIsRead()
    {
        // As ILC compiles a switch.
        var (_, flow) = Follow("""
            start:
                cmp edi, 2
                ja 4f
                mov eax, edi
                lea rcx, [rip + table]
                mov ecx, [rcx + rax * 4]
                lea rsi, [rip + start]
                add rcx, rsi
                jmp rcx
            1:  mov eax, 1
                ret
            2:  mov eax, 2
                ret
            3:  mov eax, 3
                ret
            4:  xor eax, eax
                ret
                ud2
                .size start, . - start
                .section .rodata
            table:
                .long 1b - start, 2b - start, 3b - start, 0x12345678
            """);

        Assert.That(flow.Transfers, Is.Empty);
        Assert.That(flow.Hazards, Is.Empty);
        Assert.That(flow.Steps, Has.Count.EqualTo(16));
    }

    [Test]
    public void AJumpTableIsReadWhoseIndexWasComparedOnTheStack()
    {
        // As ILC compiles the states of a large async method.
        var (_, flow) = Follow("""
            start:
                push rbp
                mov rbp, rsp
                sub rsp, 16
                mov [rbp - 4], edi
                cmp dword ptr [rbp - 4], 1
                ja 3f
                mov edi, [rbp - 4]
                jmp [table + rdi * 8]
            1:  nop
            2:  nop
            3:  leave
                ret
                .size start, . - start
                .section .rodata
            table:
                .quad 1b, 2b
            """);

        Assert.That(flow.Transfers, Is.Empty);
        Assert.That(flow.Steps, Has.Count.EqualTo(12));
    }

    [TestCase("mov [rbp - 4], esi", TestName = "stored anew")]
    [TestCase("mov byte ptr [rbp - 2], 9", TestName = "stored anew in part")]
    [TestCase("lea rax, [rbp - 4]; mov [other], rax; call other", TestName = "others may store")]
    public void AJumpTableIsNotReadWhoseIndexOnTheStackMayHaveChanged(string change)
    {
        var (_, flow) = Follow($$"""
            start:
                push rbp
                mov rbp, rsp
                sub rsp, 16
                mov [rbp - 4], edi
                cmp dword ptr [rbp - 4], 1
                ja 3f
                {{change}}
                mov edi, [rbp - 4]
                jmp [table + rdi * 8]
            1:  nop
            2:  nop
            3:  leave
                ret
                .size start, . - start
            other: ret
                .size other, . - other
                .section .rodata
            table:
                .quad 1b, 2b
            """);

        Assert.That(flow.Transfers.Single(transfer => transfer.Kind == TransferKind.Jump).Targets, Is.Empty);
    }

    [Test]
    public void AJumpTableOfAddressesIsRead()
    {
        var (_, flow) = Follow("""
            start:
                movzx edi, dil
                cmp edi, 2
                jae 3f
                jmp [table + rdi * 8]
            1:  nop
            2:  ret
            3:  ret
                .size start, . - start
                .section .rodata
            table:
                .quad 1b, 2b
            """);

        Assert.That(flow.Transfers, Is.Empty);
        Assert.That(flow.Steps, Has.Count.EqualTo(7));
    }

    [Test]
    public void AMaskBoundsAJumpTable()
    {
        var (_, flow) = Follow("""
            start:
                and edi, 1
                jmp [table + rdi * 8]
            1:  nop
            2:  ret
                .size start, . - start
                .section .rodata
            table:
                .quad 1b, 2b
            """);

        Assert.That(flow.Transfers, Is.Empty);
        Assert.That(flow.Steps, Has.Count.EqualTo(4));
    }

    [TestCase("mov edi, edi", "table", TestName = "no bound")]
    [TestCase("cmp edi, 1\n ja 2f\n xor edi, 5", "table", TestName = "a bound of what the register held before")]
    [TestCase("cmp edi, 1\n jg 2f", "table", TestName = "a signed bound")]
    [TestCase("cmp edi, 2\n ja 2f", "table", TestName = "a bound beyond the table, where an entry leads elsewhere")]
    [TestCase("cmp edi, 1\n ja 2f", "variable", TestName = "a table that can be written")]
    public void AJumpThatCannotBeFollowedIsReported(string check, string table)
    {
        var (_, flow) = Follow($"""
            start:
                {check}
                jmp [{table} + rdi * 8]
            1:  nop
            2:  ret
                .size start, . - start
            elsewhere: ret
                .section .rodata
            table:
                .quad 1b, 2b, elsewhere
                .data
            variable:
                .quad 1b, 2b
            """);

        Assert.That(flow.Transfers.Single(transfer => transfer.Kind == TransferKind.Jump).Targets, Is.Empty);
    }

    [Test]
    public void ABreakpointAfterACallIsNotReached()
    {
        var (_, flow) = Follow("""
            start:
                call other
                int3
                sti
                ret
                .size start, . - start
            other: ret
            """);

        Assert.That(flow.Transfers.Single().IsLast, Is.True);
        Assert.That(flow.Hazards, Is.Empty);
        Assert.That(flow.Returns, Is.False);
    }

    [Test]
    public void CodeAfterAnUndefinedInstructionIsNotReached()
    {
        var (_, flow) = Follow("""
            start:
                ud2
                sti
                call other
                .size start, . - start
            other: ret
            """);

        Assert.That(flow.Hazards.Select(hazard => hazard.Kind), Is.EqualTo((HazardKind[])[HazardKind.UndefinedInstruction]));
        Assert.That(flow.Transfers, Is.Empty);
    }

    [TestCase("int3", nameof(HazardKind.Breakpoint))]
    [TestCase("sti", nameof(HazardKind.EnablesInterrupts))]
    [TestCase("popfq", nameof(HazardKind.EnablesInterrupts))]
    [TestCase("hlt", nameof(HazardKind.Waits))]
    [TestCase("int 0x80", nameof(HazardKind.GoesThroughProcessorTables))]
    [TestCase("syscall", nameof(HazardKind.GoesThroughProcessorTables))]
    [TestCase("jmp fword ptr [rax]", nameof(HazardKind.GoesThroughProcessorTables))]
    [TestCase("retfq", nameof(HazardKind.GoesThroughProcessorTables))]
    [TestCase("iretq", nameof(HazardKind.ReturnsFromInterrupt))]
    [TestCase(".byte 0x06", nameof(HazardKind.NoInstruction))]
    [TestCase("mov rsp, rdi", nameof(HazardKind.LosesStack))]
    [TestCase("sub rsp, rdi", nameof(HazardKind.LosesStack))]
    [TestCase("1: push rax\n dec edi\n jnz 1b", nameof(HazardKind.LosesStack))]
    [TestCase("push rax", nameof(HazardKind.UnbalancedReturn))]
    public void HazardsAreFound(string code, string hazard)
    {
        var (_, flow) = Follow($"""
            start:
                {code}
                ret
                .size start, . - start
            """);

        Assert.That(flow.Hazards.Select(found => found.Kind.ToString()), Has.Member(hazard));
    }

    [TestCase("push rbp\n mov rbp, rsp\n sub rsp, 0x40\n leave", 0x48)]
    [TestCase("push rbp\n push rbx\n sub rsp, 0x18\n lea rbp, [rsp + 0x20]\n lea rsp, [rbp - 8]\n pop rbx\n pop rbp", 0x28)]
    [TestCase("push rbp\n mov rbp, rsp\n sub rsp, 8\n and rsp, -32\n mov rsp, rbp\n pop rbp", 40)]
    [TestCase("pushfq\n pop rax", 8)]
    [TestCase("test edi, edi\n jz 1f\n sub rsp, 0x100\n add rsp, 0x100\n 1:", 0x100)]
    public void TheStackIsMeasured(string code, long depth)
    {
        var (_, flow) = Follow($"""
            start:
                {code}
                ret
                .size start, . - start
            """);

        Assert.That(flow.Hazards, Is.Empty);
        Assert.That(flow.StackDepth, Is.EqualTo(depth));
    }

    [Test]
    public void ALargeFrameIsMeasuredThroughTheProbeThatPreservesRegisters()
    {
        const string source = """
            start:
                push rbx
                lea r11, [rsp - 0x2000]
                call probe
                mov rsp, r11
                add rsp, 0x2000
                pop rbx
                ret
                .size start, . - start
            probe: ret
            """;

        var image = AssembledImage.Code(source);
        var flow = new FlowAnalyzer(image, preserving: [image.AddressOf("probe")!.Value]).Analyze(image.AddressOf("start")!.Value);

        Assert.That(flow.Hazards, Is.Empty);
        Assert.That(flow.StackDepth, Is.EqualTo(0x2008));
        Assert.That(Follow(source).Flow.Hazards.Select(hazard => hazard.Kind), Is.EqualTo((HazardKind[])[HazardKind.LosesStack]));
    }

    private static (CodeImage Image, FunctionFlow Flow) Follow(string source)
    {
        var image = AssembledImage.Code(source);
        return (image, new FlowAnalyzer(image).Analyze(image.AddressOf("start")!.Value));
    }

    private static IEnumerable<string> Targets(CodeImage image, FunctionFlow flow, TransferKind kind) => flow.Transfers
        .Where(transfer => transfer.Kind == kind)
        .SelectMany(transfer => transfer.Targets)
        .Select(target => image.FunctionAt(target)!.Symbols[0]);
}
