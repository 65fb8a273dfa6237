using Tarn.Sdk.Tool.Commands;
using Tarn.Sdk.Tool.Elf;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.Tool;

/// <summary>The names that the verb <c>link</c> makes: from a program of many shapes, compiled and linked as an image is.</summary>
[TestFixture]
public sealed class NamesTests
{
    private const string Program = """
        using System;
        using System.Collections.Generic;
        using System.Runtime;

        namespace Naming;

        public static unsafe class Program
        {
            private static object? s_kept;

            [RuntimeExport("contract_start")]
            public static int Start(int seed)
            {
                s_kept = new Outer<string>.Inner<object>();
                Func<int, int> twice = value => value * 2;
                var sum = twice(seed) + Take(ref seed, [1, 2], new int[2, 2], null, null) + Local(seed);
                foreach (var number in Count(seed))
                {
                    sum += number;
                }

                sum += ((Outer<string>.Inner<object>)s_kept).Map(1L, seed) + Take(sum) + (int)(new Money(1) + new Money(2)).Cents;
                sum += new Derived().Speak(s_kept) + (s_kept is IDisposable ? 1 : 0);
                return sum;

                static int Local(int value) => value + 1;
            }

            private static int Take(ref int first, int[] second, int[,] third, byte* fourth, delegate*<int> fifth) => first + second[0];

            private static int Take(int only) => only;

            private static IEnumerable<int> Count(int to)
            {
                for (var number = 0; number < to; number++)
                {
                    yield return number;
                }
            }
        }

        public class Outer<T>
        {
            public class Inner<U>
            {
                public int Map<V>(V value, int count) => value is null ? 0 : count;
            }
        }

        public readonly struct Money(long cents)
        {
            public long Cents => cents;

            public static Money operator +(Money left, Money right) => new(left.Cents + right.Cents);
        }

        public abstract class Base
        {
            public abstract int Speak(object? to);
        }

        public sealed class Derived : Base
        {
            public override int Speak(object? to) => to is null ? 1 : 2;
        }
        """;

    // As kernel.ld: names behind all that has one.
    private const string NamesLast = """
        SECTIONS
        {
            . = 0xffffffff80000000;
            .text : { *(.text .text.*) *(__managedcode) *(__unbox) }
            .data : { *(.rodata .rodata.* .data .data.* __modules .bss .bss.* .dotnet_eh_table .eh_frame) }
            .tarn_names : { tarn_names_start = .; KEEP(*(.tarn_names)) }
        }
        """;

    private const string NamesFirst = """
        SECTIONS
        {
            . = 0xffffffff80000000;
            .data : { *(.rodata .rodata.* .data .data.* __modules .bss .bss.* .dotnet_eh_table .eh_frame) }
            .tarn_names : { KEEP(*(.tarn_names)) }
            .text : { *(.text .text.*) *(__managedcode) *(__unbox) }
            tarn_names_start = .;
        }
        """;

    private TemporaryDirectory _directory = null!;

    private string List => _directory.File("contract.names");

    [SetUp]
    public void MakeDirectory() => _directory = new TemporaryDirectory();

    [TearDown]
    public void RemoveDirectory() => _directory.Dispose();

    [Test]
    public void MethodsAndTypesAreCalledAsInCSharp()
    {
        var (exitCode, output) = Link(NamesLast);
        Assert.That(exitCode, Is.Zero, output);

        var lines = File.ReadAllLines(List);
        foreach (var name in new[]
        {
            "code Naming.Program::Start(Int32)",
            "code Naming.Program::Take(Int32&, Int32[], Int32[,], Byte*, delegate*)",
            "code Naming.Program::Take(Int32)",
            "code Naming.Program::Count(Int32)",
            "code Naming.Program::Count(Int32)+MoveNext()",
            "code Naming.Program::<Start>g__Local|1_1(Int32)",
            "code Naming.Program+<>c::<Start>b__1_0(Int32)",
            "code Naming.Outer`1+Inner`1[T,U]::Map[V](V, Int32)",
            "code Naming.Money::op_Addition(Money, Money)",
            "code Naming.Money::get_Cents()",
            "code Naming.Derived::Speak(Object)",
            "code Naming.Derived::.ctor()",
            "type Naming.Outer`1+Inner`1[T,U]",
            "type Naming.Derived",
            "type Naming.Base",
            "type System.Object",
        })
        {
            Assert.That(lines, Has.Some.EndsWith(" " + name), () => string.Join('\n', lines));
        }
    }

    [Test]
    public void EveryLineOfTheListIsWhereTheSymbolIs()
    {
        Assert.That(Link(NamesLast).ExitCode, Is.Zero);

        var image = ElfFile.Read(_directory.File("contract.elf"));
        var addresses = image.Symbols.Select(symbol => symbol.Value).ToHashSet();
        var lines = File.ReadAllLines(List).Skip(1).ToList();
        Assert.That(lines.Select(line => Convert.ToUInt64(line.Split(' ')[0], 16)), Is.All.Matches<ulong>(addresses.Contains));

        var start = image.Symbols.Single(symbol => symbol.Name == "contract_start").Value;
        Assert.That(lines, Does.Contain($"{start:x16} code Naming.Program::Start(Int32)"));
    }

    [Test]
    public void TwoLinksGiveTheSameBytes()
    {
        Assert.That(Link(NamesLast).ExitCode, Is.Zero);
        var first = File.ReadAllBytes(_directory.File("contract.elf"));
        Assert.That(Link(NamesLast).ExitCode, Is.Zero);

        Assert.That(File.ReadAllBytes(_directory.File("contract.elf")), Is.EqualTo(first));
    }

    [Test]
    public void NamesThatMoveWhatTheyNameAreAnError()
    {
        var (exitCode, output) = Link(NamesFirst);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.Match("tarn: error TARN2005: linked with its tables, the image has .+ elsewhere than without"));
        Assert.That(File.Exists(List), Is.False);
    }

    [Test]
    public void StatisticsInAnotherFormatAreAnError()
    {
        var (exitCode, output) = Link(NamesLast, statistics: "contract.dll");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.Match("^tarn: error TARN2004: .*contract.dll has version 0.0.0.0 of its format"));
    }

    private (int ExitCode, string Output) Link(string script, string statistics = "contract.mstat")
    {
        var assembly = _directory.File("contract.dll");
        var compile = _directory.File("compile.rsp");
        var link = _directory.File("link.rsp");
        var image = _directory.File("contract.elf");
        Assert.That(ContractCompiler.CompileToAssembly(Program, "/_/tarn/Program.cs", assembly), Is.Empty);
        File.WriteAllText(_directory.File("contract.ld"), script);
        File.WriteAllLines(
            compile,
            [
                .. ContractCompiler.ResponseLines(assembly, Workplace.CoreLibrary, _directory.File("contract.o")), $"--mstat:{_directory.File("contract.mstat")}",
            ]);

        // What the program needs of an image is not there, and is not called.
        File.WriteAllLines(
            link,
            [
                "-static", "-nostdlib", "--unresolved-symbols=ignore-all", "--build-id=none", "-e", "contract_start", "-T", _directory.File("contract.ld"),
                "-o", image, _directory.File("contract.o"),
            ]);
        var output = new StringWriter { NewLine = "\n" };
        var compiled = CompileCommand.Run(["--ilc", Workplace.Compiler, "--response", compile], output, _ => null);
        Assert.That(compiled, Is.Zero, output.ToString());
        var exitCode = LinkCommand.Run(
            [
                "--response", link, "--program", compile, "--image", image, "--names", _directory.File("names.o"),
                "--statistics", _directory.File(statistics), "--names-list", List,
            ],
            output,
            Environment.GetEnvironmentVariable);
        return (exitCode, output.ToString());
    }
}
