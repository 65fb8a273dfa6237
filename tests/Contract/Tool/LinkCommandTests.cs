using Tarn.Sdk.Tool.Commands;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.Tool;

/// <summary>The verb <c>link</c>, on objects that need what nothing gives them.</summary>
[TestFixture]
public sealed class LinkCommandTests
{
    private const string Program = """
        using System.Runtime;
        using System.Runtime.CompilerServices;

        public static class Program
        {
            private static object? s_kept;

            [RuntimeImport("*", "contract_not_there")]
            [MethodImpl(MethodImplOptions.InternalCall)]
            private static extern int NotThere();

            [RuntimeExport("contract_start")]
            public static void Start()
            {
                s_kept = null;
                var count = NotThere();
                s_kept = new int[count];
            }
        }
        """;

    private TemporaryDirectory _directory = null!;

    [SetUp]
    public void MakeDirectory() => _directory = new TemporaryDirectory();

    [TearDown]
    public void RemoveDirectory() => _directory.Dispose();

    [TestCase(false)]
    [TestCase(true)]
    public void SymbolsAreNamedWithTheLinesThatNeedThem(bool debugInformation)
    {
        var (exitCode, output) = Link(Environment.GetEnvironmentVariable, debugInformation);

        Assert.That(exitCode, Is.EqualTo(1), output);

        Assert.That(output, Does.Contain(
            "/home/Program.cs(17,9): error TARN2001: "
            + "no part of the image exports RhpNewArrayFast, which the compiler needs for creating an array\n"));
        Assert.That(output, Does.Contain(
            "/home/Program.cs(16,9): error TARN2002: no part of the image defines the symbol contract_not_there\n"));
    }

    [Test]
    public void OtherErrorsOfTheLinkerAreShown()
    {
        var response = _directory.File("link.rsp");
        File.WriteAllLines(response, [_directory.File("nothing.o")]);
        var program = _directory.File("program.rsp");
        File.WriteAllLines(program, ["contract.dll", "-o:contract.o"]);
        var output = new StringWriter { NewLine = "\n" };

        var exitCode = LinkCommand.Run(["--response", response, "--program", program], output, Environment.GetEnvironmentVariable);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output.ToString(), Does.Contain("ld.lld: error: cannot open"));
    }

    [Test]
    public void MissingLinkerIsNamedWithTheWayToGetIt()
    {
        var (exitCode, output) = Link(_ => null, debugInformation: false);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(
            output, Is.EqualTo("tarn: error TARN2010: the linker ld.lld is not installed; on Debian and Ubuntu: apt-get install lld\n"));
    }

    private (int ExitCode, string Output) Link(Func<string, string?> environment, bool debugInformation)
    {
        var assembly = _directory.File("contract.dll");
        var objectPath = _directory.File("contract.o");
        var compile = _directory.File("compile.rsp");
        var link = _directory.File("link.rsp");
        Assert.That(ContractCompiler.CompileToAssembly(Program, "/_/tarn/Program.cs", assembly), Is.Empty);
        var compilerArguments = ContractCompiler.ResponseLines(assembly, Workplace.CoreLibrary, objectPath);
        File.WriteAllLines(compile, debugInformation ? [.. compilerArguments, "-g"] : compilerArguments);
        File.WriteAllLines(link, ["-static", "-nostdlib", "--error-limit=0", "-o", _directory.File("contract.elf"), objectPath]);
        var output = new StringWriter { NewLine = "\n" };
        var compiled = CompileCommand.Run(["--ilc", Workplace.Compiler, "--response", compile], output, _ => null);
        Assert.That(compiled, Is.Zero, output.ToString());

        var exitCode = LinkCommand.Run(["--response", link, "--program", compile, "--source-root", "/_/tarn/=/home/"], output, environment);
        return (exitCode, output.ToString());
    }
}
