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
}
