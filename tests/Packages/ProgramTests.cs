using NUnit.Framework;
using Tarn.Sdk.Tool.Commands;
using Tarn.Tests.Emulator.Machine;
using KernelEmulator = Tarn.Sdk.Tool.Kernels.Emulator;

namespace Tarn.Tests.Packages;

/// <summary>Plain programs, with a <c>Main</c> and no word of kernels: run on the machine, by <c>dotnet run</c>.</summary>
[TestFixture]
public sealed class ProgramTests
{
    [Test]
    public void WhatMainReturnsIsTheStatus() =>
        Expect(
            7,
            "hello\n",
            """
            internal static class Program
            {
                private static int Main()
                {
                    System.Console.WriteLine("hello");
                    return 7;
                }
            }
            """);

    [Test]
    public void AMainWithoutAStatusIsASuccess() =>
        Expect(0, "done\n", "internal static class Program { private static void Main() => System.Console.WriteLine(\"done\"); }");

    /// <summary>Statements without a class, with words of the command line, and with something to wait for.</summary>
    [Test]
    public void StatementsAlone() =>
        Expect(
            3,
            "one, two\n",
            """
            await System.Threading.Tasks.Task.Delay(10);
            System.Console.WriteLine(string.Join(", ", args));
            return args.Length + 1;
            """,
            "two");

    /// <summary>It is reported, and the run says in which line of the source it was thrown.</summary>
    [TestCase("unhandled exception: System.InvalidOperationException: on purpose")]
    [TestCase("program/Program.cs:2")]
    public void AnExceptionThatNobodyCatches(string output) =>
        Expect(KernelEmulator.AbortedStatus, output, "System.Console.WriteLine();\nthrow new System.InvalidOperationException(\"on purpose\");");

    /// <summary>What a program prints is on the screen, too.</summary>
    [Test]
    public void TheConsoleIsSerialPortAndScreen()
    {
        var folder = NewProgram("System.Console.WriteLine(\"on both\"); await System.Threading.Tasks.Task.Delay(-1);");
        Workplace.Build(folder);
        using var machine = QemuMachine.Start(new QemuOptions(Path.Combine(folder, "bin", "Release", "net10.0", "Plain.elf")) { HasControl = true });

        Assert.That(machine.Log.WaitFor(text => text.Contains("on both\n"), TimeSpan.FromSeconds(60)), Is.True, () => machine.Log.Tail());
        Assert.That(() => machine.Control!.ReadScreen(), Does.Contain("on both").After(10_000, 50));
    }

    [Test]
    public void WithoutAnEmulatorItSaysWhatToInstall()
    {
        var output = new StringWriter();
        var status = RunCommand.Run(["--image", typeof(ProgramTests).Assembly.Location], output, name => name == "PATH" ? "/nowhere" : null);

        Assert.That(status, Is.Not.Zero);
        Assert.That(output.ToString(), Does.Contain("error TARN4008: ").And.Contain("apt-get install qemu-system-x86"));
    }

    [TestCase(33, 0)]
    [TestCase(35, KernelEmulator.AbortedStatus)]
    [TestCase(3, 1)]
    [TestCase(31, 15)]
    [TestCase(37, 16)]
    [TestCase(253, 124)]
    [TestCase(255, 125)]
    [TestCase(1, 1)]
    public void QemusStatusIsTakenBack(int qemuStatus, int status) => Assert.That(KernelEmulator.StatusOf(qemuStatus), Is.EqualTo(status));

    private static void Expect(int status, string output, string program, params string[] arguments)
    {
        var folder = NewProgram(program);
        Workplace.Build(folder);
        var result = Workplace.DotNet(folder, ["run", "--no-build", "-p:TarnCommandLine=one", "-p:TarnQemuArguments=-m 64M", "--", .. arguments]);

        Assert.That(result.ExitCode, Is.EqualTo(status), result.Output);
        Assert.That(result.Output.ReplaceLineEndings("\n"), Does.Contain(output));
    }

    private static string NewProgram(string program)
    {
        var folder = Workplace.NewFolder("program");
        File.WriteAllText(
            Path.Combine(folder, "Plain.csproj"),
            $"""
             <Project Sdk="Tarn.Sdk/{Workplace.Version}">
               <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
             </Project>
             """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }
}
