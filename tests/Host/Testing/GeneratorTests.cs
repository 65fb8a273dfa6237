using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Tarn.Testing.Generator;
using Tarn.Tests.Emulator.Harness;

namespace Tarn.Tests.Host.Testing;

/// <summary>The generator of the table of cases, run over small kernels; the result is compiled, loaded and called.</summary>
public sealed class GeneratorTests
{
    /// <summary>
    /// The API that kernels see is in this assembly, linked from its sources; the trusted assemblies are .NET's own and ours.
    /// </summary>
    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "Tarn.Tests.Host.dll")
        .Select(path => MetadataReference.CreateFromFile(path))];

    [Test]
    public void CasesAreSortedByNameAndCalled()
    {
        var (assembly, _) = Compile("""
            using Tarn.Testing;
            namespace A
            {
                public static class Log { public static string Text = ""; }
                static class Zeta { [KernelTest] internal static void One() => Log.Text += "Zeta.One;"; }
                public static class Alpha
                {
                    [KernelTest] public static void Two() => Log.Text += "Alpha.Two;";
                    internal class Inner { [KernelTest] public static void Three() => Log.Text += "Inner.Three;"; }
                    [KernelTest(Name = "zz-last_1")] public static void Four() => Log.Text += "Four;";
                    public static void NoCase() => Log.Text += "no case";
                }
            }
            namespace Tarn.Conformance
            {
                public static class Program { public static void Run() => A.Log.Text += "Program;"; }
                public static class Helper { }
            }
            """);
        var cases = Read(assembly);

        string[] names = ["Alpha.Inner.Three", "Alpha.Two", "Conformance.Program", "Zeta.One", "zz-last_1"];
        Assert.That(cases.Select(item => item.Name), Is.EqualTo(names));
        Assert.That(cases.Select(item => item.Conformance), Is.EqualTo(new[] { false, false, true, false, false }));
        string[] types = ["A.Alpha+Inner", "A.Alpha", "Tarn.Conformance.Program", "A.Zeta", "A.Alpha"];
        Assert.That(cases.Select(item => item.Type), Is.EqualTo(types));
        Assert.That(RunAll(assembly, cases.Count), Is.EqualTo("Inner.Three;Alpha.Two;Program;Zeta.One;Four;"));
    }

    [Test]
    public void PropertiesArriveInTheAssembly()
    {
        var (assembly, _) = Compile("""
            using Tarn.Testing;
            public static class A
            {
                [KernelTest(ShouldPanic = "a \"quoted\"\nmessage", TimeLimit = 7)] public static void One() { }
                [KernelTest(ShouldPanicLike = "x*", LogContains = "y*z")] public static void Two() { }
                [KernelTest(CommandLine = "fault=null until=idle")] public static void Three() { }
                [KernelTest(Machine = "memory=24M")] public static void Four() { }
                [KernelTest(Isolated = true)] public static void Five() { }
                [KernelTest] public static void Six() { }
            }
            """);
        var cases = Read(assembly).ToDictionary(item => item.Name);

        Assert.That((cases["A.One"].ShouldPanic, cases["A.One"].TimeLimit), Is.EqualTo(("a \"quoted\"\nmessage", 7)));
        Assert.That((cases["A.Two"].ShouldPanicLike, cases["A.Two"].LogContains), Is.EqualTo(("x*", "y*z")));
        Assert.That(cases["A.Three"].CommandLine, Is.EqualTo("fault=null until=idle"));
        Assert.That(cases["A.Four"].Machine, Is.EqualTo("memory=24M"));
        Assert.That(cases.Values.Where(item => !item.Isolated).Select(item => item.Name), Is.EqualTo(new[] { "A.Six" }));
    }

    [TestCase("[KernelTest] public void M() { }", "TARN3001", "it is not static")]
    [TestCase("[KernelTest] public static void M(int x) { }", "TARN3001", "it has parameters")]
    [TestCase("[KernelTest] public static void M<T>() { }", "TARN3001", "it has type parameters")]
    [TestCase("[KernelTest] public static int M() => 1;", "TARN3001", "it returns a value")]
    [TestCase("[KernelTest] public static async void M() { }", "TARN3001", "it is async")]
    [TestCase("public class G<T> { [KernelTest] public static void M() { } }", "TARN3001", "'G' has type parameters")]
    [TestCase("[KernelTest] private static void M() { }", "TARN3002", "'M' is not accessible")]
    [TestCase("private class P { [KernelTest] public static void M() { } }", "TARN3002", "'P' is not accessible")]
    [TestCase("[KernelTest(Name = \"with blank\")] public static void M() { }", "TARN3003", "'with blank'")]
    [TestCase("[KernelTest(Name = \"C.N\")] public static void M() { } [KernelTest] public static void N() { }", "TARN3004", "'C.N'")]
    [TestCase("[KernelTest(ShouldPanic = \"x\", ShouldPanicLike = \"y\")] public static void M() { }", "TARN3005", "both")]
    [TestCase("[KernelTest(TimeLimit = -1)] public static void M() { }", "TARN3005", "negative")]
    public void WhatCannotBeACaseIsAnError(string members, string id, string words)
    {
        var (_, diagnostics) = Compile($"using Tarn.Testing; public class C {{ {members} }}");

        Assert.That(diagnostics.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { id }));
        Assert.That(diagnostics[0].GetMessage(), Does.Contain(words));
        Assert.That(diagnostics[0].Severity, Is.EqualTo(DiagnosticSeverity.Error));
        Assert.That(diagnostics[0].Location.GetLineSpan().Path, Is.EqualTo("Kernel.cs"));
    }

    [TestCase("public static class P { static void Run() { } }")]
    [TestCase("public static class P { public static int Run() => 1; }")]
    [TestCase("static class P { public static void Run() { } }")]
    [TestCase("public static class P { public static void Rum() { } }")]
    [TestCase("public class P { public static void Run() { } }")]
    public void AProgramThatWouldBeMissedIsAnError(string type)
    {
        var (_, diagnostics) = Compile($"namespace Tarn.Conformance; {type}");

        Assert.That(diagnostics.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { "TARN3006" }));
    }

    [Test]
    public void AnEditElsewhereDoesNotMakeTheTableAnew()
    {
        var kernel = Parse("using Tarn.Testing; public static class A { [KernelTest] public static void One() { } }", "Kernel.cs");
        var other = Parse("public static class B { }", "Other.cs");
        var compilation = NewCompilation([kernel, other]);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new KernelTestGenerator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));

        driver = driver.RunGenerators(compilation);
        var edited = Parse("public static class B { public static int X; }", "Other.cs");
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(other, edited));

        var steps = driver.GetRunResult().Results.Single().TrackedOutputSteps.Values.SelectMany(step => step);
        Assert.That(
            steps.SelectMany(step => step.Outputs).Select(output => output.Reason),
            Is.All.EqualTo(IncrementalStepRunReason.Cached).Or.EqualTo(IncrementalStepRunReason.Unchanged));
    }

    private static IReadOnlyList<KernelCase> Read(byte[] assembly)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, assembly);
            return KernelCatalog.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Calls the table's Run for every index, and returns what the cases wrote to A.Log.Text.</summary>
    private static string RunAll(byte[] bytes, int count)
    {
        var assembly = System.Reflection.Assembly.Load(bytes);
        var table = Activator.CreateInstance(assembly.GetType("Tarn.Testing.Generated.KernelTestCases")!)!;
        var run = table.GetType().GetMethod("Run")!;
        for (var index = 0; index < count; index++)
        {
            run.Invoke(table, [index]);
        }

        return (string)assembly.GetType("A.Log")!.GetField("Text")!.GetValue(null)!;
    }

    /// <summary>
    /// Compiles a kernel with the generator; the diagnostics are the generator's, and the assembly is empty if there are any.
    /// </summary>
    private static (byte[] Assembly, IReadOnlyList<Diagnostic> Diagnostics) Compile(string source)
    {
        var generator = new KernelTestGenerator().AsSourceGenerator();
        var driver = CSharpGeneratorDriver.Create([generator], parseOptions: CSharpParseOptions.Default);
        driver.RunGeneratorsAndUpdateCompilation(NewCompilation([Parse(source, "Kernel.cs")]), out var output, out var diagnostics);
        if (diagnostics.Length > 0)
        {
            return ([], diagnostics);
        }

        using var stream = new MemoryStream();
        var result = output.Emit(stream);
        Assert.That(result.Success, Is.True, string.Join('\n', result.Diagnostics));
        return (stream.ToArray(), []);
    }

    private static CSharpCompilation NewCompilation(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Kernel",
        trees,
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default, path);
}
