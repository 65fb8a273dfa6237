using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Dwarf;
using Tarn.Sdk.Tool.MachineCode;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.Tool;

/// <summary>Source lines of instructions, in each version of the format that assemblers and compilers write.</summary>
[TestFixture]
public sealed class LineTableTests
{
    private const string Source = """
            .file "/folder/program.c"
            .file 1 "/folder/deeper/other.c"
            .loc 1 10
        first:
            nop
            .loc 1 300
            nop
            nop
            .loc 1 7
            nop
        second:
            ret
        """;

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    public void EachInstructionHasItsLine(int version)
    {
        var file = AssembledImage.Link(Source, $"-gdwarf-{version}");
        var lines = new LineTable(file);
        var start = new CodeImage(file).AddressOf("first")!.Value;

        Assert.That(
            Enumerable.Range(0, 5).Select(offset => lines.Find(start + (ulong)offset)),
            Is.EqualTo(new[] { 10, 300, 300, 7, 7 }.Select(line => new SourceLocation("/folder/deeper/other.c", line, 0))));
        Assert.That(lines.Find(start - 1), Is.Null);
        Assert.That(lines.Find(start + 5), Is.Null, "behind the last instruction");
    }

    [TestCase(2)]
    [TestCase(5)]
    public void AssemblyHasTheLinesOfItsOwnFile(int version)
    {
        var file = AssembledImage.Link("first: nop\n nop\n ret", "-g", $"-gdwarf-{version}");
        var found = new LineTable(file).Find(new CodeImage(file).AddressOf("first")!.Value + 1);

        Assert.That(found?.File, Does.EndWith("/source.s"));
        Assert.That(found?.Line, Is.EqualTo(4));
    }

    [Test]
    public void AnImageWithoutLinesHasNone()
    {
        var file = AssembledImage.Link("first: ret");

        Assert.That(new LineTable(file).Find(new CodeImage(file).AddressOf("first")!.Value), Is.Null);
    }
}
