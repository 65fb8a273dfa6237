using Tarn.Sdk.Tool.Commands;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.GenericVirtualMethods;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.Tool;

/// <summary>The verb <c>compile</c>, on programs that call generic virtual methods.</summary>
[TestFixture]
public sealed class GenericVirtualMethodTests
{
    private TemporaryDirectory _directory = null!;

    [SetUp]
    public void MakeDirectory() => _directory = new TemporaryDirectory();

    [TearDown]
    public void RemoveDirectory() => _directory.Dispose();

    [Test]
    public void CallsAreResolvedForEveryTypeOfWhichThereAreObjects()
    {
        var (exitCode, output) = Compile(File.ReadAllText(Path.Combine(Workplace.Programs, "GenericVirtualMethods.cs")));

        Assert.That(exitCode, Is.Zero, output);
        var file = ElfFile.Read(_directory.File("contract.o"));
        Assert.That(GenericVirtualCompilation.IsNeeded(_directory.File("contract.o")), Is.False);
        Assert.That(
            file.Symbols.Where(symbol => !symbol.IsUndefined).Select(symbol => symbol.Name),
            Does.Contain("tarn_find_generic_virtual_method")
                .And.Some.Matches("contract_GenericVirtualMethods_First__Wrap<.*>")
                .And.Some.Matches("contract_GenericVirtualMethods_Second__Wrap<.*>")
                .And.Some.Matches("contract_GenericVirtualMethods_Third__Wrap<.*>"));
    }

    [Test]
    public void ProgramsWithoutSuchCallsAreCompiledOnce()
    {
        var (exitCode, output) = Compile(File.ReadAllText(Path.Combine(Workplace.Programs, "Objects.cs")));

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(
            ElfFile.Read(_directory.File("contract.o")).Symbols.Select(symbol => symbol.Name), Does.Not.Contain("tarn_find_generic_virtual_method"));
    }

    [Test]
    public void CallWithoutAnEndIsNamed()
    {
        var (exitCode, output) = Compile("""
            using System.Collections.Generic;
            using System.Runtime;

            public abstract class Visitor
            {
                public static Visitor Current = new Deeper();

                public abstract int Visit<T>(T value, int depth);
            }

            public sealed class Deeper : Visitor
            {
                public override int Visit<T>(T value, int depth) => depth == 0 ? 0 : Current.Visit(new List<T> { value }, depth - 1);
            }

            public sealed class Other : Visitor
            {
                public override int Visit<T>(T value, int depth) => depth;
            }

            public static class Program
            {
                [RuntimeExport("contract_use")]
                public static int Use(int depth)
                {
                    Visitor.Current = depth > 5 ? new Other() : new Deeper();
                    return Visitor.Current.Visit("text", depth);
                }
            }
            """);

        Assert.That(exitCode, Is.EqualTo(1), output);
        Assert.That(_directory.File("contract.o"), Does.Not.Exist);
        Assert.That(output, Does.Contain("error TARN1007: the call of the generic virtual method Visitor.Visit<List<List<"));
        Assert.That(output, Does.Contain("cannot be resolved"));
        Assert.That(output, Does.StartWith("Program.cs(13,57): error TARN1007"), "The line is that of the call which has no end.");
        Assert.That(output, Does.Contain("also needed at Program.cs(27,9): in Program.Use"));
    }

    /// <summary>As in a chain of LINQ's operators: what a call returns is made only where the call is resolved, so each has a compilation of its own.</summary>
    [Test]
    public void LongChainsAreResolved()
    {
        const int Length = 14;
        var boxes = Enumerable.Range(1, Length).Select(number => $"public readonly struct Box{number}<T>(T value) {{ public readonly T Value = value; }}");
        var calls = Enumerable.Range(1, Length).Select(number => $".Map(static value => Box.Make{number}(value))");
        var makers = Enumerable.Range(1, Length).Select(number => $"public static Box{number}<T> Make{number}<T>(T value) => new(value);");
        var (exitCode, output) = Compile($$"""
            using System;
            using System.Runtime;

            public abstract class Source<T>
            {
                public abstract Source<TResult> Map<TResult>(Func<T, TResult> convert);
            }

            public sealed class Value<T>(T value) : Source<T>
            {
                public override Source<TResult> Map<TResult>(Func<T, TResult> convert) => new Value<TResult>(convert(value));
            }

            public sealed class None<T> : Source<T>
            {
                public override Source<TResult> Map<TResult>(Func<T, TResult> convert) => new None<TResult>();
            }

            {{string.Join('\n', boxes)}}

            public static class Box
            {
                {{string.Join('\n', makers)}}
            }

            public static class Program
            {
                [RuntimeExport("contract_use")]
                public static bool Use(int number)
                {
                    Source<int> source = number > 5 ? new Value<int>(number) : new None<int>();
                    var last = source{{string.Concat(calls)}};
                    return last is not null;
                }
            }
            """);

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(GenericVirtualCompilation.IsNeeded(_directory.File("contract.o")), Is.False);
    }

    private (int ExitCode, string Output) Compile(string source)
    {
        var assembly = _directory.File("contract.dll");
        var response = _directory.File("contract.rsp");
        Assert.That(ContractCompiler.CompileToAssembly(source, "/_/tarn/Program.cs", assembly), Is.Empty);
        File.WriteAllLines(
            response,
            [.. ContractCompiler.ResponseLines(assembly, Workplace.CoreLibrary, _directory.File("contract.o")), "--mstat:" + _directory.File("contract.mstat")]);
        var output = new StringWriter { NewLine = "\n" };
        var exitCode = CompileCommand.Run(["--ilc", Workplace.Compiler, "--response", response, "--source-root", "/_/tarn/="], output, _ => null);
        return (exitCode, output.ToString());
    }
}
