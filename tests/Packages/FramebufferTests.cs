using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Packages;

/// <summary>The console of pixels, by its package: on a screen that the kernel turns on itself, and on one that a boot loader has left on.</summary>
[TestFixture]
public sealed class FramebufferTests
{
    private const string Text = "pixels of a package";

    /// <summary>Pixels of the characters that are printed, at least; a blank screen has none but the cursor's.</summary>
    private const int LitPixels = 500;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>QEMU's standard card is told its mode by two ports (Bochs' display extensions), and its memory is found by PCI: a screen of pixels without any boot loader.</summary>
    [Test]
    public void OnACardThatTheKernelSetsItself()
    {
        const string Program =
            """
            using System;
            using System.Runtime;
            using Tarn.Arch.X86_64;
            using Tarn.Drivers;
            using Tarn.Image;
            using Tarn.Kernel;

            internal static class Program
            {
                private const ushort PciAddress = 0xCF8, PciData = 0xCFC, Index = 0x1CE, Data = 0x1CF;

                [RuntimeExport("tarn_main")]
                private static void Main(nint requests)
                {
                    var machine = Machine.Boot(requests);
                    foreach (var (index, value) in new (ushort, ushort)[] { (4, 0), (1, 640), (2, 480), (3, 32), (4, 0x41) })
                    {
                        machine.Ports.WriteWord(Index, index);
                        machine.Ports.WriteWord(Data, value);
                    }

                    var page = new Page<Size2MiB>(new VirtualAddress(0x5000_0000_0000));
                    var frame = new PhysicalFrame<Size2MiB>(new PhysicalAddress(FindCard(machine.Ports)));
                    if (!machine.AddressSpace.TryMap(page, frame, PageFlags.Writable | PageFlags.WriteCombining, out var error))
                    {
                        Panic.Fail($"{error.Message}");
                    }

                    var screen = new FramebufferInformation
                    {
                        Address = (nuint)page.Start.Value, MemoryModel = FramebufferInformation.RedGreenBlue, Width = 640, Height = 480, Pitch = 640 * 4, BitsPerPixel = 32,
                        RedSize = 8, RedShift = 16, GreenSize = 8, GreenShift = 8, BlueSize = 8, BlueShift = 0,
                    };
                    if (!Framebuffer.TryOpen(in screen, new FramebufferMemory(screen.Address), out var console, out var fault))
                    {
                        Panic.Fail($"{fault.Reason}");
                    }

                    ConsoleRouter.Add(console);
                    Console.WriteLine("TEXT");
                    machine.Run();
                }

                private static ulong FindCard(PortSpace ports)
                {
                    for (uint device = 0; device < 32; device++)
                    {
                        if (Read(ports, device, 8) >> 16 == 0x0300)
                        {
                            return Read(ports, device, 0x10) & ~0xFu;
                        }
                    }

                    Panic.Fail($"there is no graphics card");
                    return 0;
                }

                private static uint Read(PortSpace ports, uint device, uint register)
                {
                    ports.WriteDoubleword(PciAddress, 0x8000_0000 | (device << 11) | register);
                    return ports.ReadDoubleword(PciData);
                }
            }
            """;

        using var machine = QemuMachine.Start(new QemuOptions(Build(Program)) { HasControl = true });
        AssertIsShown(machine, (640, 480));
    }

    /// <summary>As <c>Machine.Boot</c> brings it up. Skipped where there is no Limine.</summary>
    [Test]
    public void OnAScreenThatTheBootLoaderLeftOn()
    {
        if (Environment.GetEnvironmentVariable("TARN_LIMINE") is not { Length: > 0 } directory || Environment.GetEnvironmentVariable("TARN_LIMINE_INSTALLER") is not { Length: > 0 } installer)
        {
            Assert.Ignore(Environment.GetEnvironmentVariable("TARN_LIMINE_ABSENT") ?? "There is no Limine boot loader here.");
            return;
        }

        var image = Build(
            """
            using System;
            using System.Runtime;
            using Tarn.Image;

            internal static class Program
            {
                [RuntimeExport("tarn_main")]
                private static void Main(nint requests)
                {
                    var machine = Machine.Boot(requests);
                    Console.WriteLine($"{(machine.Framebuffer is null ? "no screen" : "TEXT")}");
                    machine.Run();
                }
            }
            """);
        var iso = Path.ChangeExtension(image, ".iso");
        new LimineDisc(new LimineInstallation(directory, installer)).Make(image, string.Empty, iso);
        QemuOptions.MakeDisc = _ => ["-cdrom", iso];
        using var machine = QemuMachine.Start(new QemuOptions(image) { Boot = MachineBoot.LimineBios, HasControl = true });
        AssertIsShown(machine, (1280, 800));
    }

    private static void AssertIsShown(QemuMachine machine, (int, int) size)
    {
        Assert.That(machine.Log.WaitFor(text => text.Contains(Text), Limit), Is.True, () => machine.Log.Tail());
        Assert.That(
            () =>
            {
                var (width, height, lit) = machine.Control!.LookAtScreen();
                return (width, height) == size && lit > LitPixels;
            },
            Is.True.After(10_000, 50));
    }

    private static string Build(string program)
    {
        var folder = Workplace.NewFolder("framebuffer");
        File.WriteAllText(
            Path.Combine(folder, "Pixels.csproj"),
            $"""
             <Project Sdk="Tarn.Sdk/{Workplace.Version}">
               <PropertyGroup><TarnAllocator>LinkedList</TarnAllocator></PropertyGroup>
               <ItemGroup>
                 <PackageReference Include="Tarn.Drivers.Serial16550;Tarn.Drivers.Framebuffer;Tarn.Unwinder" />
               </ItemGroup>
             </Project>
             """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program.Replace("TEXT", Text));
        Workplace.Build(folder);
        return Path.Combine(folder, "bin", "Release", "net10.0", "Pixels.elf");
    }
}
