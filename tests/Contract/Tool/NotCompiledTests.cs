using Tarn.Sdk.Tool.Commands;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.Tool;

/// <summary>What C# compiles and the image's compiler does not: each is an error that names it, at the line that needs it.</summary>
[TestFixture]
public sealed class NotCompiledTests
{
    [Test]
    public void SynchronizedStaticGenericMethodIsNamed()
    {
        var output = Compile("""
            using System.Runtime;
            using System.Runtime.CompilerServices;

            public static class Program
            {
                [MethodImpl(MethodImplOptions.Synchronized | MethodImplOptions.NoInlining)]
                private static int Count<T>(T[] items) => items.Length + typeof(T[]).GetHashCode();

                [RuntimeExport("contract_use")]
                public static int Use(string[] names) => Count(names);
            }
            """);

        Assert.That(output, Does.Match(
            @"^Program\.cs\(7,47\): error TARN1001: the core library lacks \S+\.GetClassFromMethodParam, which the compiler needs for a synchronized static generic method"));
    }

    /// <summary>Over values each instantiation has code of its own, which knows its class.</summary>
    [Test]
    public void SynchronizedStaticGenericMethodOverValuesIsCompiled()
    {
        var output = Compile(
            """
            using System.Runtime;
            using System.Runtime.CompilerServices;

            public static class Program
            {
                [MethodImpl(MethodImplOptions.Synchronized)]
                private static int Count<T>(T[] items) => items.Length;

                [RuntimeExport("contract_use")]
                public static int Use(int[] numbers) => Count(numbers);
            }
            """,
            exitCode: 0);

        Assert.That(output, Does.Not.Contain("error"));
    }

    [Test]
    public void VariableArgumentsAreNamed()
    {
        var output = Compile("""
            using System.Runtime;

            public static class Program
            {
                private static int Count(int first, __arglist) => first;

                [RuntimeExport("contract_use")]
                public static int Use() =>
                    Count(1, __arglist(2, 3));
            }
            """);

        Assert.That(output, Does.Match(@"Program\.cs\(9,9\): error TARN1003: the compiler could not compile Program\.Use\(\): Vararg call to 'Int32 Program\.Count\(Int32\)' not supported"));
    }

    /// <summary>The compiler says of such a type that it is not there, which it is.</summary>
    [Test]
    public void TypeThatCannotBeLoadedIsNamed()
    {
        var output = Compile("""
            using System.Runtime;
            using System.Runtime.InteropServices;

            [StructLayout(LayoutKind.Explicit)]
            public struct Overlapping
            {
                [FieldOffset(0)]
                public object Reference;

                [FieldOffset(4)]
                public int Number;
            }

            public static class Program
            {
                [RuntimeExport("contract_use")]
                public static int Use()
                {
                    var value = new Overlapping { Number = 1 };
                    return value.Number;
                }
            }
            """);

        Assert.That(output, Does.Match(@"Program\.cs\(\d+,\d+\): error TARN1003: the compiler cannot load the type Overlapping: its fields overlap"));
        Assert.That(output, Does.Not.Contain("does not have"));
    }

    private static string Compile(string source, int exitCode = 1)
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
