using Tarn.Sdk.Tool.InterruptSafety;
using Tarn.Sdk.Tool.MachineCode;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.InterruptSafety;

/// <summary>What can get into the table of handlers, however it gets there.</summary>
[TestFixture]
public sealed class HandlerTableTests
{
    // A table, what returns its address as in arch-x86_64, and handlers to store.
    private const string Surroundings = """

        get_table:
            lea rax, [rip + table]
            ret
            .size get_table, . - get_table
        handler1: ret
        handler2: ret
        handler3: ret
            .bss
        table:
            .skip 256 * 8
        variable:
            .skip 8
        """;

    [Test]
    public void AStoreByElementIsFound()
    {
        var (stored, problems) = Follow("""
            set:
                push rbx
                mov ebx, edi
                call get_table
                lea rcx, [rip + handler1]
                mov [rax + rbx * 8], rcx
                lea rdx, [rax + rbx * 8]
                lea rcx, [rip + handler2]
                mov [rdx], rcx
                pop rbx
                ret
            """);

        Assert.That(stored, Is.EqualTo((string[])["handler1", "handler2"]));
        Assert.That(problems, Is.Empty);
    }

    [Test]
    public void AStoreByTheTablesOwnNameIsFound()
    {
        var (stored, problems) = Follow("""
            set:
                lea rax, [rip + handler1]
                mov [rip + table + 80], rax
                mov qword ptr [table + rdi * 8], offset handler2
                lea rcx, [rip + handler3]
                lea rdx, [rip + table]
                xchg rcx, [rdx]
                ret
            """);

        Assert.That(stored, Is.EqualTo((string[])["handler1", "handler2"]));
        Assert.That(problems.Single(), Does.Contain("cannot be followed"), "XCHG is not understood, and that is said");
    }

    [Test]
    public void OneOfTwoInALoopIsBoth()
    {
        // InterruptVectors.Initialize.
        var (stored, problems) = Follow("""
            set:
                push rbx
                xor ebx, ebx
            1:  call get_table
                movsxd rcx, ebx
                lea rax, [rax + rcx * 8]
                cmp ebx, 32
                jge 2f
                lea rcx, [rip + handler1]
                jmp 3f
            2:  lea rcx, [rip + handler2]
            3:  mov [rax], rcx
                inc ebx
                cmp ebx, 256
                jl 1b
                pop rbx
                ret
            """);

        Assert.That(stored, Is.EqualTo((string[])["handler1", "handler2"]));
        Assert.That(problems, Is.Empty);
    }

    [Test]
    public void AnArgumentIsFollowedToTheCallers()
    {
        var (stored, problems) = Follow("""
            set:
                push rbx
                push rsi
                mov ebx, edi
                call get_table
                pop rsi
                mov [rax + rbx * 8], rsi
                pop rbx
                ret
                .size set, . - set
            outer:
                mov rsi, rdx
                jmp set
                .size outer, . - outer
            first:
                lea rsi, [rip + handler1]
                call set
                lea rdx, [rip + handler2]
                jmp outer
                .size first, . - first
            second:
                xor eax, eax
                lea rdx, [rip + handler3]
                call outer
                ret
                .size second, . - second
            """);

        Assert.That(stored, Is.EqualTo((string[])["handler1", "handler2", "handler3"]));
        Assert.That(problems, Is.Empty);
    }

    [Test]
    public void TheTablesAddressIsFollowedIntoAndOutOfFunctions()
    {
        var (stored, problems) = Follow("""
            element:
                push rbx
                mov ebx, edi
                call get_table
                lea rax, [rax + rbx * 8]
                pop rbx
                ret
                .size element, . - element
            write:
                lea rax, [rip + handler1]
                mov [rdi + 16], rax
                ret
                .size write, . - write
            outer:
                push rbx
                call element
                mov rbx, rax
                mov rdi, rax
                call write
                lea rcx, [rip + handler2]
                mov [rbx], rcx
                pop rbx
                ret
                .size outer, . - outer
            """);

        Assert.That(stored, Is.EqualTo((string[])["handler1", "handler2"]));
        Assert.That(problems, Is.Empty);
    }

    [Test]
    public void TheTablesAddressIsFollowedOverTheStack()
    {
        var (stored, problems) = Follow("""
            set:
                sub rsp, 24
                call get_table
                mov [rsp + 8], rax
                call handler2
                mov rax, [rsp + 8]
                lea rcx, [rip + handler1]
                mov [rax], rcx
                add rsp, 24
                ret
            """);

        Assert.That(stored, Is.EqualTo((string[])["handler1"]));
        Assert.That(problems, Is.Empty);
    }

    [TestCase("mov rcx, [rip + variable]\n mov [rax], rcx", "it stores there what cannot be followed", TestName = "a variable")]
    [TestCase("mov ecx, 77\n mov [rax], rcx", "it stores there 0x4d, which is no code", TestName = "no code")]
    [TestCase("lea rcx, [rip + handler1]\n mov [rax], ecx", "it stores there what cannot be followed", TestName = "half an address")]
    [TestCase("movups [rax], xmm0", "it stores there what cannot be followed", TestName = "a vector register")]
    [TestCase("mov [rip + variable], rax", "it keeps an address in the table where it can be found again", TestName = "the table in a variable")]
    [TestCase("mov rdi, rax\n mov rsi, rax\n call write", "it stores there what cannot be followed", TestName = "the table in itself")]
    [TestCase("mov rdi, rax\n call [rip + variable]", "it passes an address in the table on in a call that cannot be followed", TestName = "an unknown call")]
    [TestCase("test edi, edi\n jz 1f\n lea rax, [rip + variable]\n 1: mov rcx, [rip + variable]\n mov [rax], rcx", "it stores there what cannot be followed", TestName = "perhaps the table")]
    public void WhatCannotBeFollowedIsAProblem(string code, string problem)
    {
        var (_, problems) = Follow($"""
            set:
                push rbx
                call get_table
                {code}
                pop rbx
                ret
                .size set, . - set
            write:
                mov [rdi], rsi
                ret
                .size write, . - write
            """);

        Assert.That(problems, Has.Member(problem));
    }

    [TestCase(".data\n .quad set", TestName = "in data")]
    [TestCase("taker: lea rax, [rip + set]\n ret", TestName = "in code")]
    public void AFunctionThatStoresItsArgumentMustNotBeCalledThroughAPointer(string taker)
    {
        var (_, problems) = Follow($"""
            set:
                push rsi
                call get_table
                pop rsi
                mov [rax], rsi
                ret
                .size set, . - set
            {taker}
                .text
            """);

        Assert.That(problems, Has.Member("it handles the table, and can be called through a pointer"));
    }

    [Test]
    public void TheTablesAddressMustNotLieInData()
    {
        var (_, problems) = Follow("""
                .section .rodata
                .quad table
                .text
            """);

        Assert.That(problems, Is.EqualTo((string[])["its address lies in data, where anyone can find it"]));
    }

    [Test]
    public void WhoHasNothingToDoWithTheTableIsLeftAlone()
    {
        var (stored, problems) = Follow("""
            reader:
                push rbx
                call get_table
                mov rax, [rax + rdi * 8]
                mov [rip + variable], rax
                pop rbx
                ret
                .size reader, . - reader
            bystander:
                lea rax, [rip + handler1]
                mov [rip + variable], rax
                jmp [rip + variable]
                .size bystander, . - bystander
            """);

        Assert.That(stored, Is.Empty);
        Assert.That(problems, Is.Empty);
    }

    private static (IEnumerable<string> Stored, IEnumerable<string> Problems) Follow(string source)
    {
        var image = AssembledImage.Code(source + Surroundings);
        var start = image.AddressOf("table")!.Value;
        var range = new AddressRange(start, image.EndOfData(start));
        var table = new HandlerTable(image, new CodeReferences(image, range), new FlowAnalyzer(image, range), range);
        return (table.Stored.Keys.Select(address => image.FunctionAt(address)!.Symbols[0]), table.Problems.Values);
    }
}
