using Tarn.Sdk.Tool.Commands;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.Tool;

/// <summary>The verb <c>compile</c>, on programs that cannot be compiled and with compilers that are not there.</summary>
[TestFixture]
public sealed class CompileCommandTests
{
    private const string BuilderProgram = """
        using System.Runtime;
        using System.Text;

        public static class Program
        {
            [RuntimeExport("contract_use")]
            public static int Use(StringBuilder builder)
            {
                builder.Append('a');
                builder.Append('b');
                return builder.Capacity;
            }
        }
        """;

    private TemporaryDirectory _directory = null!;

    [SetUp]
    public void MakeDirectory() => _directory = new TemporaryDirectory();

    [TearDown]
    public void RemoveDirectory() => _directory.Dispose();

    [Test]
    public void ProgramIsCompiledWithoutAWord()
    {
        var response = Prepare(File.ReadAllText(Path.Combine(Workplace.Programs, "Objects.cs")), Workplace.CoreLibrary);

        var (exitCode, output) = Compile("--ilc", Workplace.Compiler, "--response", response);

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Is.Empty);
        Assert.That(_directory.File("contract.o"), Does.Exist);
    }

    [Test]
    public void MemberThatTheProgramUsesIsNamedWithEachLineThatUsesIt()
    {
        var coreLibrary = _directory.File("System.Private.CoreLib.dll");
        CoreLibraryEditor.WriteWithout(Workplace.CoreLibrary, coreLibrary, "System.Text.StringBuilder", "Append");
        var response = Prepare(BuilderProgram, coreLibrary);

        var (exitCode, output) = Compile("--ilc", Workplace.Compiler, "--response", response, "--source-root", "/_/tarn/=/home/");

        // ILC reports these as errors, writes an object file that throws, and exits with 0: none of the three may pass for success.
        Assert.That(exitCode, Is.EqualTo(1), output);
        Assert.That(_directory.File("contract.o"), Does.Not.Exist);
        Assert.That(output, Does.Contain(
            "/home/Program.cs(9,9): error TARN1002: "
            + "the program uses System.Text.StringBuilder.Append, which the assemblies given to the compiler do not have"));
        Assert.That(output, Does.Contain("also needed at /home/Program.cs(10,9): in Program.Use"));
    }

    [Test]
    public void TypeThatTheProgramUsesIsNamedWithTheLine()
    {
        var coreLibrary = _directory.File("System.Private.CoreLib.dll");
        CoreLibraryEditor.WriteWithout(Workplace.CoreLibrary, coreLibrary, "System.Text.StringBuilder", null);
        var response = Prepare(BuilderProgram, coreLibrary);

        var (exitCode, output) = Compile("--ilc", Workplace.Compiler, "--response", response);

        Assert.That(exitCode, Is.EqualTo(1), output);
        Assert.That(output, Does.Contain(
            "Program.cs(9,9): error TARN1002: "
            + "the program uses System.Text.StringBuilder, which assembly System.Private.CoreLib does not have"));
    }

    [Test]
    public void MembersHiddenBehindAMissingHelperAreFound()
    {
        // Without the helper that throws for a missing method, ILC names that helper only, and not the method.
        const string ThrowHelpers = "Internal.Runtime.CompilerHelpers.ThrowHelpers";
        var withoutHelper = _directory.File("helper.dll");
        var coreLibrary = _directory.File("System.Private.CoreLib.dll");
        CoreLibraryEditor.WriteWithout(Workplace.CoreLibrary, withoutHelper, ThrowHelpers, "ThrowMissingMethodException");
        CoreLibraryEditor.WriteWithout(withoutHelper, coreLibrary, "System.Text.StringBuilder", "get_Capacity");
        var response = Prepare(BuilderProgram, coreLibrary);

        var (exitCode, output) = Compile("--ilc", Workplace.Compiler, "--response", response, "--source-root", "/_/tarn/=");

        Assert.That(exitCode, Is.EqualTo(1), output);
        Assert.That(output, Does.Contain($"error TARN1001: the core library lacks {ThrowHelpers}.ThrowMissingMethodException, "));
        Assert.That(output, Does.Contain("Program.cs(11,9): error TARN1002: the program uses System.Text.StringBuilder.get_Capacity, "));
    }

    [Test]
    public void FailureThatIsNotUnderstoodIsShownWhole()
    {
        var response = Prepare(BuilderProgram, Workplace.CoreLibrary);
        File.WriteAllText(_directory.File("contract.dll"), "This is no assembly.");

        var (exitCode, output) = Compile("--ilc", Workplace.Compiler, "--response", response, "--log", _directory.File("log"));

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.Contain("error TARN1004: ilc failed with exit status 1; all it printed is above"));
        var printed = File.ReadAllLines(_directory.File("log"));
        Assert.That(printed, Is.Not.Empty);
        foreach (var line in printed)
        {
            Assert.That(output, Does.Contain("ilc:: " + line));
        }
    }

    [Test]
    public void CompilerThatIsEndedByASignalIsSaidToBe()
    {
        var response = Prepare(BuilderProgram, Workplace.CoreLibrary);
        var compiler = Script("echo half a word; kill -SEGV $$");

        var (exitCode, output) = Compile("--ilc", compiler, "--response", response);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Is.EqualTo("ilc:: half a word\ntarn: error TARN1005: ilc was ended by signal 11; all it printed is above\n"));
    }

    [Test]
    public void ObjectOfAnEarlierRunDoesNotPassForThisOnes()
    {
        var response = Prepare(BuilderProgram, Workplace.CoreLibrary);
        File.WriteAllText(_directory.File("contract.o"), "old");

        var (exitCode, output) = Compile("--ilc", Script("exit 0"), "--response", response);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.Contain("error TARN1004"));
        Assert.That(_directory.File("contract.o"), Does.Not.Exist);
    }

    [Test]
    public void MissingCompilerIsNamed()
    {
        var response = Prepare(BuilderProgram, Workplace.CoreLibrary);

        var (exitCode, output) = Compile("--ilc", "/nowhere/ilc", "--response", response);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.StartWith("tarn: error TARN1010: there is no compiler at /nowhere/ilc;"));
    }

    [Test]
    public void WithoutBflatItSaysSoAndHowToGetIt()
    {
        var response = Prepare(BuilderProgram, Workplace.CoreLibrary);

        var (exitCode, output) = Compile("--toolchain", "Bflat", "--response", response, "--sources", response);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.StartWith("bflat: this toolchain is not exercised by the project's continuous integration"));
        Assert.That(output, Does.Contain("error TARN1011: bflat is neither in PATH nor at BFLAT_PATH; download a release from "));
    }

    [Test]
    public void InstalledBflatIsRunWithItsArguments()
    {
        var response = Prepare(BuilderProgram, Workplace.CoreLibrary);
        var sources = _directory.File("sources");
        File.WriteAllLines(sources, ["/somewhere/Program.cs", "/somewhere/Part.cs"]);
        var bflat = Script($"echo \"$@\"; touch {_directory.File("contract.o")}");

        var (exitCode, output) = Compile(
            name => name == CompileCommand.BflatPathVariable ? bflat : null,
            "--toolchain", "Bflat", "--response", response, "--sources", sources);

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Contain("\nbuild /somewhere/Program.cs /somewhere/Part.cs -r:"));
    }

    [Test]
    public void UnknownToolchainIsRefused()
    {
        var response = Prepare(BuilderProgram, Workplace.CoreLibrary);

        Assert.That(
            () => Compile("--toolchain", "Gcc", "--response", response),
            Throws.TypeOf<Sdk.Tool.ToolUsageException>().With.Message.EqualTo("unknown toolchain 'Gcc': it is Ilc or Bflat"));
    }

    private static (int ExitCode, string Output) Compile(params string[] arguments) => Compile(_ => null, arguments);

    private static (int ExitCode, string Output) Compile(Func<string, string?> environment, params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var exitCode = CompileCommand.Run(arguments, output, environment);
        return (exitCode, output.ToString());
    }

    private string Prepare(string source, string coreLibrary)
    {
        var assembly = _directory.File("contract.dll");
        var response = _directory.File("contract.rsp");
        Assert.That(ContractCompiler.CompileToAssembly(source, "/_/tarn/Program.cs", assembly), Is.Empty);
        File.WriteAllLines(response, ContractCompiler.ResponseLines(assembly, coreLibrary, _directory.File("contract.o")));
        return response;
    }

    private string Script(string commands)
    {
        var path = _directory.File("compiler.sh");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
