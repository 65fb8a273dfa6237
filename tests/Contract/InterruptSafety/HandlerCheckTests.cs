using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.InterruptSafety;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.InterruptSafety;

/// <summary>The whole check, on a few lines of assembly that have the shape of a kernel: stubs, the table, and handlers.</summary>
[TestFixture]
public sealed class HandlerCheckTests
{
    // As in arch-x86_64/Interrupts: one stub with an error code and one without, and a way on that both share.
    private const string Stubs = """

            .type tarn_interrupt_stubs, @function
        tarn_interrupt_stubs:
            push 1
            jmp 1f
            push 2
            jmp 2f
        1:  jmp without_error_code
        2:  jmp tarn_interrupt_common
            int3
            int3
            .size tarn_interrupt_stubs, . - tarn_interrupt_stubs
        without_error_code:
            push [rsp]
            .size without_error_code, . - without_error_code
        tarn_interrupt_common:
            push rax
            lea rcx, [rip + tarn_interrupt_handlers]
            call [rcx + rax * 8]
            pop rax
            add rsp, 16
            iretq
            .size tarn_interrupt_common, . - tarn_interrupt_common
        """;

    private const string Unclaimed = """

        unclaimed:
            inc dword ptr [rip + count]
            ret
            .size unclaimed, . - unclaimed
            Tarn.Arch.X86_64.InterruptVectors.CountUnclaimed = unclaimed
        """;

    private const string Table = """

            .bss
            .type tarn_interrupt_handlers, @object
        tarn_interrupt_handlers:
            .skip 2048
            .size tarn_interrupt_handlers, . - tarn_interrupt_handlers
        count:
            .skip 8
        """;

    private const string Initialize = """

        initialize:
            lea rax, [rip + unclaimed]
            mov [tarn_interrupt_handlers + rdi * 8], rax
            lea rax, [rip + handler]
            mov [tarn_interrupt_handlers + rsi * 8], rax
            ret
            .size initialize, . - initialize
        """;

    [Test]
    public void HandlersAreMeasured()
    {
        var check = Check("""
            handler:
                push rbx
                call small
                call large
                pop rbx
                jmp last
                .size handler, . - handler
            small:
                sub rsp, 8
                call last
                add rsp, 8
                ret
                .size small, . - small
            large:
                sub rsp, 0x100
                add rsp, 0x100
                ret
                .size large, . - large
            last:
                ret
            """);

        Assert.That(check.Errors, Is.Empty);
        var handler = check.Report.Handlers.Single(handler => handler.Name == "handler");

        // Pushed RBX, the return address, the locals of the larger of two.
        Assert.That(handler.StackBytes, Is.EqualTo(8 + 8 + 0x100));
        Assert.That(handler.Instructions, Is.EqualTo(5 + 5 + 3 + 1));
        Assert.That(handler.DeepestWay, Is.EqualTo((string[])["handler", "large"]));
        Assert.That(handler.AreInstructionsBounded, Is.True);

        // The stub: vector, error code, RAX, return address; its longer way is that without an error code.
        Assert.That(check.Report.StubStackBytes, Is.EqualTo(4 * 8));
        Assert.That(check.Report.StubInstructions, Is.EqualTo(3 + 1 + 6));
        Assert.That(handler.TotalStackBytes, Is.EqualTo(48 + 32 + 0x110));
    }

    [Test]
    public void OfTwoWaysTheLongerCounts()
    {
        var check = Check("""
            handler:
                test edi, edi
                jz 1f
                nop
                nop
                nop
                ret
            1:  ret
                .size handler, . - handler
            """);

        Assert.That(Handler(check).Instructions, Is.EqualTo(6));
    }

    [TestCase("1: dec edi\n jnz 1b", 3, TestName = "a loop")]
    [TestCase("1: dec edi\n jz 2f\n 3: dec esi\n jnz 3b\n jmp 1b\n 2:", 6, TestName = "a loop in a loop")]
    [TestCase("rep movsb", 2, TestName = "an instruction that is repeated")]
    [TestCase("call other\n jmp 1f\n 1:", 6, TestName = "a loop in what is called")]
    public void ALoopIsCountedOnceAndNamed(string code, int instructions)
    {
        var check = Check($"""
            handler:
                {code}
                ret
                .size handler, . - handler
            other:
                dec edi
                jnz other
                ret
                .size other, . - other
            """);

        Assert.That(check.Errors, Is.Empty);
        Assert.That(Handler(check).Instructions, Is.EqualTo(instructions));
        Assert.That(Handler(check).AreInstructionsBounded, Is.False);
        Assert.That(Handler(check).Loops, Has.Count.EqualTo(1));
    }

    [TestCase("call handler\n ret", "handler -> handler", TestName = "a function that calls itself")]
    [TestCase("call other\n ret\n other: jmp handler", "handler -> other -> handler", TestName = "a jump back to the caller")]
    [TestCase("jmp other\n .size handler, . - handler\n other: jmp handler", "handler -> other -> handler", TestName = "jumps alone")]
    public void RecursionIsAnError(string code, string way)
    {
        var check = Check($"""
            handler:
                {code}
            """);

        Assert.That(
            check.Errors.Single(error => error.Code == BuildErrorCode.HandlerRecurses).Text,
            Is.EqualTo($"the interrupt handler handler calls itself: {way} (the stack that it takes has no bound)"));
    }

    [TestCase("call tarn_heap_allocate\n ret", TestName = "a call")]
    [TestCase("jmp tarn_heap_allocate", TestName = "a jump")]
    [TestCase("test edi, edi\n jnz tarn_heap_allocate\n ret", TestName = "a conditional jump")]
    [TestCase("jmp tarn_heap_allocate + 1", TestName = "a jump into the middle")]
    [TestCase("call [rip + pointer]\n ret", TestName = "a call through a constant in memory")]
    [TestCase("lea rax, [rip + tarn_heap_allocate]\n jmp rax", TestName = "a jump through a register")]
    [TestCase("push rax\n .size handler, . - handler\n next: pop rax\n jmp tarn_heap_allocate", TestName = "over the end of the function")]
    [TestCase("int3\n jmp tarn_heap_allocate", TestName = "after a breakpoint")]
    public void TheAllocatorIsFoundHoweverItIsReached(string code)
    {
        var check = Check($"""
            handler:
                {code}
            tarn_heap_allocate:
                nop
                ret
                .size tarn_heap_allocate, . - tarn_heap_allocate
                .section .rodata
            pointer: .quad tarn_heap_allocate
                .text
            """);

        Assert.That(check.Errors.Select(error => error.Code), Has.Member(BuildErrorCode.HandlerAllocates));
    }

    [TestCase("ret\n call tarn_heap_allocate", TestName = "code behind a return")]
    [TestCase("jmp 1f\n call tarn_heap_allocate\n 1: ret", TestName = "code that is jumped over")]
    [TestCase("call RhpFallbackFailFast\n int3\n call tarn_heap_allocate\n RhpFallbackFailFast: jmp tarn_heap_allocate", TestName = "the failure of a stack cookie")]
    public void WhatIsNotReachedIsNoError(string code)
    {
        var check = Check($"""
            handler:
                {code}
                ret
            tarn_heap_allocate:
                ret
            """);

        Assert.That(check.Errors, Is.Empty);
    }

    [Test]
    public void TheStubsAreHeldToTheRulesToo()
    {
        var check = Check("handler: ret\n RhpNewFast: ret", Stubs.Replace("push rax", "push rax\n call RhpNewFast", StringComparison.Ordinal));

        Assert.That(
            check.Errors.Single().Text,
            Is.EqualTo("the interrupt stub allocates: tarn_interrupt_stubs+0x4 -> tarn_interrupt_common -> RhpNewFast "
                + "(creates an object or an array)"));
    }

    [Test]
    public void AnUncheckedHandlerIsLeftAloneAndReported()
    {
        const string source = """
            handler:
                jmp tarn_panic
            tarn_panic: ret
            """;

        var left = Check(source, declarations: ["UncheckedHandler\thandler\t\tit is for something else"]);
        var other = Check(source, declarations: ["UncheckedHandler\thandle\t\tit is for something else"]);

        Assert.That(left.Errors, Is.Empty);
        Assert.That(left.Report.Handlers.Select(handler => handler.Name), Has.None.EqualTo("handler"));
        Assert.That(left.Report.UncheckedHandlers, Is.EqualTo(new[] { new UncheckedHandler("handler", "it is for something else") }));
        Assert.That(left.Report.ToMarkdown("image"), Does.EndWith("\nNot held to the rules:\n\n- `handler`: it is for something else\n"));
        Assert.That(other.Errors.Single().Code, Is.EqualTo(BuildErrorCode.HandlerFails));
    }

    [Test]
    public void OnlyTheStubCallsThroughTheTable()
    {
        var check = Check("handler: mov rax, [tarn_interrupt_handlers + rdi * 8]\n jmp rax");

        Assert.That(
            check.Errors.Single().Text,
            Is.EqualTo("the interrupt handler handler makes an indirect call that is not declared: handler (a jump to wherever rax points)"));
    }

    [Test]
    public void ACallThatComesBackMustNotBeTheEndOfTheCode()
    {
        var check = Check("""
            handler:
                call other
                int3
                .size handler, . - handler
            other: ret
            """);

        Assert.That(
            check.Errors.Single().Text,
            Is.EqualTo("the interrupt handler handler cannot be followed: handler (code ends after a call that comes back)"));
    }

    [Test]
    public void AnInterruptReturnAnywhereElseIsAnError()
    {
        var check = Check("handler: iretq");

        Assert.That(
            check.Errors.Single().Text,
            Is.EqualTo("the interrupt handler handler cannot be followed: handler (IRET returns past the interrupt's stub)"));
    }

    [Test]
    public void WhatIsStoredFromAVariableIsAnError()
    {
        var check = Check("handler: ret\n other: mov rax, [rip + count]\n mov [rip + tarn_interrupt_handlers], rax\n ret");

        Assert.That(check.Errors.Single().Code, Is.EqualTo(BuildErrorCode.HandlersUnknown));
        Assert.That(
            check.Errors.Single().Text,
            Is.EqualTo("what is stored in the table of interrupt handlers is not known, because of other+0x7: it stores there what cannot be followed"));
    }

    [Test]
    public void ATableThatNothingIsSeenToBeStoredInIsAnError()
    {
        var check = Run("ret_only: ret" + Stubs + Unclaimed + Table);

        Assert.That(check.Errors.Single().Code, Is.EqualTo(BuildErrorCode.HandlersUnknown));
        Assert.That(check.Errors.Single().Text, Does.StartWith("Tarn.Arch.X86_64.InterruptVectors.CountUnclaimed was not seen to be stored"));
    }

    [Test]
    public void AnImageWithHandlersAndWithoutATableIsAnError()
    {
        var check = Run(Unclaimed + "\n .bss\n count: .skip 8");

        Assert.That(check.Errors.Single().Code, Is.EqualTo(BuildErrorCode.HandlersUnknown));
        Assert.That(check.Errors.Single().Text, Does.StartWith("the image has interrupt handlers, and not both of tarn_interrupt_stubs and"));
    }

    [Test]
    public void AnImageWithoutInterruptsHasNothingToProve()
    {
        var check = Run("start: call start\n ret");

        Assert.That(check.Errors, Is.Empty);
        Assert.That(check.Report.Handlers, Is.Empty);
    }

    [Test]
    public void ADeclaredCallIsFollowedToItsTargets()
    {
        const string source = """
            handler:
                call [rip + count]
                ret
                .size handler, . - handler
            target:
                sub rsp, 0x200
                add rsp, 0x200
                ret
                .size target, . - target
            """;

        var undeclared = Check(source);
        var declared = Check(source, declarations: ["DeclaredIndirectCall\thandler\ttarget\tonly target is ever stored there"]);
        var wrong = Check(source, declarations: ["DeclaredIndirectCall\thandler\ttarget, no_such_target\tonly these are ever stored there"]);
        var unused = Check("handler: ret", declarations: ["DeclaredIndirectCall\tnot_there\tneither\tan image need not have all of a component"]);

        Assert.That(
            undeclared.Errors.Single().Text,
            Is.EqualTo("the interrupt handler handler makes an indirect call that is not declared: handler (a call to wherever count points)"));
        Assert.That(declared.Errors, Is.Empty);
        Assert.That(Handler(declared).StackBytes, Is.EqualTo(8 + 0x200));
        Assert.That(Handler(declared).DeclaredIndirectCalls, Is.EqualTo((string[])["in handler: target (only target is ever stored there)"]));
        Assert.That(wrong.Errors.Single().Code, Is.EqualTo(BuildErrorCode.DeclarationWrong));
        Assert.That(wrong.Errors.Single().Text, Does.StartWith("the declared indirect call in handler names the target no_such_target, "));
        Assert.That(unused.Errors, Is.Empty);
    }

    private const string CallNeeds =
        "the declared indirect call in function needs Targets, what it can call, and Reason, why it can call nothing else";

    [TestCase("DeclaredIndirectCall\tfunction\ttarget\t", CallNeeds)]
    [TestCase("DeclaredIndirectCall\tfunction\t\treason", CallNeeds)]
    [TestCase("DeclaredIndirectCall\tfunction", CallNeeds)]
    [TestCase("UncheckedHandler\tSome.Handler\t\t", "the unchecked handler Some.Handler needs Reason, why the rules are not for it")]
    [TestCase("Something\telse", "'Something\telse' is no declaration")]
    public void ADeclarationNeedsAReason(string line, string message) => Assert.That(
        () => HandlerDeclarations.Parse([line]), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));

    private static HandlerCheck Check(string source, string? stubs = null, params string[] declarations) =>
        Run(source + (stubs ?? Stubs) + Unclaimed + Initialize + Table, declarations);

    private static HandlerCheck Run(string source, params string[] declarations)
    {
        var sourcePaths = new SourcePathMap([]);
        using var program = new ManagedProgram([], sourcePaths);
        return new HandlerCheck(AssembledImage.Link(source), program, HandlerDeclarations.Parse(declarations), sourcePaths);
    }

    private static HandlerReport.Handler Handler(HandlerCheck check) =>
        check.Report.Handlers.Single(handler => handler.Name == "handler");
}
