using Tarn.Sdk.Tool.Commands;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.Tool;

/// <summary>The verb <c>compile</c>, on generic code that has no end.</summary>
[TestFixture]
public sealed class EndlessGenericsTests
{
    /// <summary>Over reference types one code serves all: what may end before it is too deep is compiled, with a warning that names it.</summary>
    [Test]
    public void CallsWithLargerReferenceTypesAreNamedInAWarning()
    {
        var output = Compile(Deepening("class", "\"text\""), exitCode: 0);

        Assert.That(output, Does.Contain("warning IL3054: Program.Deepen<Box`1<"));
        Assert.That(output, Does.Contain("was aborted due to generic recursion"));
    }

    /// <summary>Over structs each call has code of its own.</summary>
    [Test]
    public void CallsWithLargerStructsAreAnErrorAtTheCall() =>
        Assert.That(Compile(Deepening("struct", "1"), exitCode: 1), Does.Match(@"^Program\.cs\(11,\d+\): error TARN1003: .* go on without an end"));

    [Test]
    public void TypeWithLargerBaseTypeIsNamed() => Assert.That(
        Compile(
            """
            using System.Runtime;

            public class Base<T>;

            public class Derived<T> : Base<Derived<Derived<T>>>;

            public static class Program
            {
                [RuntimeExport("contract_use")]
                public static bool Use() =>
                    new Derived<int>() is Base<Derived<Derived<int>>>;
            }
            """,
            exitCode: 1),
        Does.Contain("error TARN1003: the compiler cannot load the type Derived`1"));

    /// <summary>The compiler runs static constructors ahead of time, and this one without a limit.</summary>
    [Test]
    public void StaticFieldsWithoutAnEndAreAnError() => Assert.That(
        Compile(
            """
            using System.Runtime;

            public class Chain<T>
            {
                private static readonly int Count = new Chain<Chain<T>>().Get();

                public int Get() => Count;
            }

            public static class Program
            {
                [RuntimeExport("contract_use")]
                public static int Use() => new Chain<int>().Get();
            }
            """,
            exitCode: 1),
        Does.Contain("error TARN1005"));

    private static string Deepening(string kind, string value) => $$"""
        using System.Runtime;

        public {{kind}} Box<T>
        {
            public T Value;
        }

        public static class Program
        {
            public static int Deepen<T>(T value, int depth) =>
                depth == 0 ? 0 : 1 + Deepen(new Box<T> { Value = value }, depth - 1);

            [RuntimeExport("contract_use")]
            public static int Use(int depth) => Deepen({{value}}, depth);
        }
        """;

    private static string Compile(string source, int exitCode)
    {
        using var directory = new TemporaryDirectory();
        var assembly = directory.File("contract.dll");
        var response = directory.File("contract.rsp");
        Assert.That(ContractCompiler.CompileToAssembly(source, "/_/tarn/Program.cs", assembly), Is.Empty);
        File.WriteAllLines(response, ContractCompiler.ResponseLines(assembly, Workplace.CoreLibrary, directory.File("contract.o")));
        var output = new StringWriter { NewLine = "\n" };
        var result = CompileCommand.Run(["--ilc", Workplace.Compiler, "--response", response, "--source-root", "/_/tarn/="], output, _ => null);
        Assert.That(result, Is.EqualTo(exitCode), output.ToString());
        return output.ToString();
    }
}
