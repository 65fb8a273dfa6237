using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Packages;

/// <summary>A component of somebody else's: packed by <c>dotnet pack</c>, chosen by a reference.</summary>
[TestFixture]
public sealed class ComponentTests
{
    /// <summary>An allocator with a little assembly: docs/allocators.md and docs/drivers.md say that it can be shared so.</summary>
    [Test]
    public void APackedAllocatorIsChosenByAReference()
    {
        var component = Workplace.NewFolder("component");
        File.WriteAllText(
            Path.Combine(component, "Acme.PowerOfTwo.csproj"),
            $"""
             <Project Sdk="Tarn.Sdk/{Workplace.Version}">
               <PropertyGroup>
                 <IsTarnImage>false</IsTarnImage>
                 <Version>2.5.0</Version>
                 <TarnContracts>IHeapAllocator</TarnContracts>
                 <TarnAllocatorType>OwnAllocator.PowerOfTwoAllocator</TarnAllocatorType>
               </PropertyGroup>
             </Project>
             """);
        var source = File.ReadAllText(Path.Combine(Workplace.Root, "samples", "own-allocator", "PowerOfTwoAllocator.cs"));
        File.WriteAllText(Path.Combine(component, "PowerOfTwoAllocator.cs"), source.Replace("internal unsafe struct", "public unsafe struct", StringComparison.Ordinal));
        File.WriteAllText(
            Path.Combine(component, "Answer.cs"),
            """
            namespace OwnAllocator;

            public static class Answer
            {
                [System.Runtime.RuntimeImport("*", "acme_answer")]
                [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
                public static extern int Get();
            }
            """);
        File.WriteAllText(Path.Combine(component, "Answer.s"), ".text\n.global acme_answer\nacme_answer:\n    movl $42, %eax\n    ret\n");
        var pack = Workplace.DotNet(component, "pack", "--nologo", "--output", Workplace.OtherPackages);
        Assert.That(pack.ExitCode, Is.Zero, pack.Output);

        var kernel = Workplace.NewFolder("kernel");
        File.WriteAllText(
            Path.Combine(kernel, "Kernel.csproj"),
            $"""
             <Project Sdk="Tarn.Sdk/{Workplace.Version}">
               <ItemGroup>
                 <PackageReference Include="Acme.PowerOfTwo" Version="2.5.0" />
                 <PackageReference Include="Tarn.Drivers.Serial16550;Tarn.Drivers.QemuExit" />
               </ItemGroup>
             </Project>
             """);
        File.WriteAllText(
            Path.Combine(kernel, "Program.cs"),
            """
            internal static class Program
            {
                [System.Runtime.RuntimeExport("tarn_main")]
                private static void Main(nint requests)
                {
                    var machine = Tarn.Image.Machine.Boot(requests);
                    System.Console.WriteLine($"{Tarn.Image.KernelHeap.AllocatorName}: {OwnAllocator.Answer.Get()}");
                    machine.Run();
                }
            }
            """);
        Workplace.Build(kernel);
        using var machine = QemuMachine.Start(new QemuOptions(Path.Combine(kernel, "bin", "Release", "net10.0", "Kernel.elf")) { CommandLine = "until=idle" });

        Assert.That(machine.WaitForExit(TimeSpan.FromSeconds(60)), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
        Assert.That(machine.Log.Text, Is.EqualTo("power-of-two: 42\n"));
    }

    /// <summary>A component may use a library of .NET's; a kernel that has it and does not name the library is told the line that it needs.</summary>
    [Test]
    public void APackedComponentBringsItsLibraryToTheKernelsNotice()
    {
        var component = Workplace.NewFolder("component");
        File.WriteAllText(
            Path.Combine(component, "Acme.Numbers.csproj"),
            $"""
             <Project Sdk="Tarn.Sdk/{Workplace.Version}">
               <PropertyGroup>
                 <IsTarnImage>false</IsTarnImage>
                 <Version>1.5.0</Version>
               </PropertyGroup>
               <ItemGroup>
                 <TarnFrameworkLibrary Include="System.Linq" />
               </ItemGroup>
             </Project>
             """);
        File.WriteAllText(
            Path.Combine(component, "Numbers.cs"),
            """
            using System.Collections.Generic;
            using System.Linq;

            namespace Acme;

            public static class Numbers
            {
                public static int SumOfSquares(IEnumerable<int> numbers) => numbers.Where(number => number > 1).Select(number => number * number).Sum();
            }
            """);
        var pack = Workplace.DotNet(component, "pack", "--nologo", "--output", Workplace.OtherPackages);
        Assert.That(pack.ExitCode, Is.Zero, pack.Output);

        var kernel = Workplace.NewFolder("kernel");
        var project = Path.Combine(kernel, "Kernel.csproj");
        var text = $"""
                    <Project Sdk="Tarn.Sdk/{Workplace.Version}">
                      <PropertyGroup>
                        <OutputType>Exe</OutputType>
                      </PropertyGroup>
                      <ItemGroup>
                        <PackageReference Include="Acme.Numbers" Version="1.5.0" />
                      </ItemGroup>
                    </Project>
                    """;
        File.WriteAllText(project, text);
        File.WriteAllText(Path.Combine(kernel, "Program.cs"), "System.Console.WriteLine(Acme.Numbers.SumOfSquares([1, 2, 3]));\n");

        var refused = Workplace.DotNet(kernel, "build", "--nologo", "--configuration", "Release");

        const string Line = "<TarnFrameworkLibrary Include=\"System.Linq\" />";
        Assert.That(refused.ExitCode, Is.Not.Zero, refused.Output);
        Assert.That(refused.Output, Does.Contain($"error TARN4013: Acme.Numbers uses System.Linq, a library of .NET's, and the image does not have it: this project needs {Line}"));

        File.WriteAllText(project, text.Replace("<ItemGroup>", "<ItemGroup>" + Line, StringComparison.Ordinal));
        Workplace.Build(kernel);
        using var machine = QemuMachine.Start(new QemuOptions(Path.Combine(kernel, "bin", "Release", "net10.0", "Kernel.elf")) { CommandLine = "until=idle" });

        Assert.That(machine.WaitForExit(TimeSpan.FromSeconds(60)), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
        Assert.That(machine.Log.Text, Is.EqualTo("13\n"));
    }

    /// <summary>A kernel of all the parts that there are: each is brought up.</summary>
    [Test]
    public void AllPartsTogether()
    {
        var folder = Workplace.NewFolder("all");
        File.WriteAllText(
            Path.Combine(folder, "All.csproj"),
            $"""
             <Project Sdk="Tarn.Sdk/{Workplace.Version}">
               <PropertyGroup>
                 <TarnAllocator>FixedSizeBlock</TarnAllocator>
               </PropertyGroup>
               <ItemGroup>
                 <PackageReference Include="Tarn.Unwinder;Tarn.Tasks;Tarn.Ownership;Tarn.Monitor" />
                 <PackageReference Include="Tarn.Drivers.Serial16550;Tarn.Drivers.VgaText;Tarn.Drivers.Framebuffer;Tarn.Drivers.Pit;Tarn.Drivers.QemuExit" />
                 <PackageReference Include="Tarn.Drivers.Ps2Keyboard;Tarn.Drivers.Terminal;Tarn.Drivers.PcPower" />
               </ItemGroup>
             </Project>
             """);
        File.WriteAllText(
            Path.Combine(folder, "Program.cs"),
            """
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Tarn;
            using Tarn.Image;
            using Tarn.Kernel;

            internal static class Program
            {
                [System.Runtime.RuntimeExport("tarn_main")]
                private static void Main(nint requests)
                {
                    var machine = Machine.Boot(requests);
                    using var box = new Box<int>(7);
                    Console.WriteLine($"{machine.Serial is not null} {machine.Screen is not null} {machine.Framebuffer is null} {machine.Clock is not null} {machine.Interrupts is not null} {box.Value}");
                    machine.Executor.Spawn("keyboard", () => Say("keyboard", machine.Keyboard!));
                    machine.Executor.Spawn("terminal", () => Say("terminal", machine.Terminal!));
                    Console.WriteLine("ready");
                    machine.Run();
                }

                private static async Task Say(string source, IAsyncEnumerable<KeyEvent> keys)
                {
                    await foreach (var key in keys)
                    {
                        Console.WriteLine($"{source}: {key.ToString()}");
                    }
                }
            }
            """);
        Workplace.Build(folder);
        using var machine = QemuMachine.Start(new QemuOptions(Path.Combine(folder, "bin", "Release", "net10.0", "All.elf")) { HasControl = true });

        Assert.That(machine.Log.WaitFor(text => text.Contains("ready\n"), TimeSpan.FromSeconds(60)), Is.True, () => machine.Log.Tail());
        Assert.That(machine.Log.Lines[0], Is.EqualTo("True True True True True 7"));
        machine.Control!.Press("a");
        Assert.That(machine.Log.WaitFor(text => text.Contains("keyboard: "), TimeSpan.FromSeconds(30)), Is.True, () => machine.Log.Tail());
        machine.Keyboard.Write("b"u8);
        machine.Keyboard.Flush();
        Assert.That(machine.Log.WaitFor(text => text.Contains("terminal: "), TimeSpan.FromSeconds(30)), Is.True, () => machine.Log.Tail());
    }
}
