using Tarn.Sdk.Tool.MachineCode;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.MachineCode;

/// <summary>Which functions an image has, where symbols say little.</summary>
[TestFixture]
public sealed class CodeImageTests
{
    [Test]
    public void AFunctionWithoutASizeEndsWhereTheNextBegins()
    {
        var image = AssembledImage.Code("""
            first:
                nop
                nop
            second:
                ret
            """);

        Assert.That(Names(image), Is.EqualTo((string[])["first", "second"]));
        Assert.That(image.Functions[0].End, Is.EqualTo(image.Functions[1].Start));
        Assert.That(image.Functions[1].End - image.Functions[1].Start, Is.EqualTo(1));
    }

    [Test]
    public void ALabelInsideAFunctionIsAFunctionInsideIt()
    {
        var image = AssembledImage.Code("""
            outer:
                nop
            inner:
                nop
                nop
                ret
                .size outer, . - outer
            """);

        var inner = image.AddressOf("inner")!.Value;
        Assert.That(image.FunctionsAt(inner).Select(function => function.Symbols[0]), Is.EqualTo((string[])["inner", "outer"]));
        Assert.That(image.FunctionsAt(inner + 1).Select(function => function.Symbols[0]), Is.EqualTo((string[])["inner", "outer"]));
        Assert.That(image.FunctionsAt(inner - 1).Select(function => function.Symbols[0]), Is.EqualTo((string[])["outer"]));
        Assert.That(image.FunctionAt(inner + 100), Is.Null);
    }

    [Test]
    public void SymbolsAtOneAddressAreOneFunction()
    {
        var image = AssembledImage.Code("""
            exported:
            own:
                nop
                ret
                .size own, . - own
            """);

        Assert.That(image.Functions, Has.Count.EqualTo(1));
        Assert.That(image.Functions[0].Symbols, Is.EqualTo((string[])["exported", "own"]));
        Assert.That(image.Functions[0].End - image.Functions[0].Start, Is.EqualTo(2));
    }

    [Test]
    public void OnlyWhatCannotBeWrittenIsConstant()
    {
        var image = AssembledImage.Code("""
            start:
                ret
                .section .rodata
            constant:
                .quad 0x1122334455667788
                .data
            variable:
                .quad 1
                .bss
            reserved:
                .skip 8
            """);

        Assert.That(image.TryReadConstant(image.AddressOf("constant")!.Value, 8, out var value), Is.True);
        Assert.That(value, Is.EqualTo(0x1122334455667788));
        Assert.That(image.TryReadConstant(image.AddressOf("constant")!.Value, 4, out value), Is.True);
        Assert.That(value, Is.EqualTo(0x55667788));
        Assert.That(image.TryReadConstant(image.AddressOf("variable")!.Value, 8, out _), Is.False);
        Assert.That(image.TryReadConstant(image.AddressOf("reserved")!.Value, 8, out _), Is.False);
        Assert.That(image.TryReadConstant(image.AddressOf("start")!.Value + 0x1000_0000, 8, out _), Is.False);
    }

    [Test]
    public void ADatumWithoutASizeEndsWhereTheNextBegins()
    {
        var image = AssembledImage.Code("""
            start:
                ret
                .bss
            first:
                .skip 24
            second:
                .skip 8
            """);

        var first = image.AddressOf("first")!.Value;
        Assert.That(image.EndOfData(first), Is.EqualTo(first + 24));
        Assert.That(image.EndOfData(first + 24), Is.EqualTo(first + 32));
        Assert.That(image.NameOfData(first), Is.EqualTo("first"));
        Assert.That(image.NameOfData(first + 8), Is.Null);
    }

    private static IEnumerable<string> Names(CodeImage image) => image.Functions.Select(function => function.Symbols[0]);
}
