using Tarn.Sdk.Tool.Linker;

namespace Tarn.Tests.Contract.Tool;

/// <summary>The forms in which lld reports undefined symbols, as it was seen to print them.</summary>
[TestFixture]
public sealed class LinkerOutputParserTests
{
    [Test]
    public void ReferencesWithAndWithoutSourceLines()
    {
        const string Output = """
            ld.lld: error: undefined symbol: RhpAssignRef
            >>> referenced by Program.cs:5 (/_/tarn/Program.cs:5)
            >>>               kernel.o:(app_C__F1)
            >>> referenced by kernel.o:(app_C__F2)
            >>> referenced 2 more times

            ld.lld: error: undefined symbol: __modules_end
            >>> referenced by Modules.s:20 (/_/tarn/Modules.s:20)
            >>>               /folder/Modules.o:(tarn_modules_end)
            ld.lld: error: duplicate symbol: tarn_entry
            >>> defined at Entry.s:3
            """;

        var (undefined, others) = LinkerOutputParser.Parse(Output);

        Assert.That(
            undefined.Select(symbol => (symbol.Name, symbol.MoreReferences)),
            Is.EqualTo(new[] { ("RhpAssignRef", 2), ("__modules_end", 0) }));
        Assert.That(undefined[0].References, Is.EqualTo(new[]
        {
            new SymbolReference("/_/tarn/Program.cs", 5, "kernel.o", "app_C__F1"),
            new SymbolReference(null, 0, "kernel.o", "app_C__F2"),
        }));
        Assert.That(
            undefined[1].References,
            Is.EqualTo(new[] { new SymbolReference("/_/tarn/Modules.s", 20, "/folder/Modules.o", "tarn_modules_end") }));
        Assert.That(others, Is.EqualTo(new[] { "ld.lld: error: duplicate symbol: tarn_entry", ">>> defined at Entry.s:3" }));
    }
}
