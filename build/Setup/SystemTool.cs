namespace Tarn.Pipeline;

/// <summary>Programs that come in one package of the operating system.</summary>
/// <param name="Description">What they are, in a few words.</param>
/// <param name="Executables">Their names on PATH.</param>
/// <param name="Packages">The package, by the name of the package manager's executable.</param>
public sealed record SystemTool(string Description, IReadOnlyList<string> Executables, IReadOnlyDictionary<string, string> Packages)
{
    /// <summary>QEMU, which runs the kernel.</summary>
    public static SystemTool Qemu { get; } = new(
        "QEMU 7 or later for x86_64",
        ["qemu-system-x86_64"],
        In(apt: "qemu-system-x86", dnf: "qemu-system-x86", pacman: "qemu-system-x86", zypper: "qemu-x86", brew: "qemu"))
    {
        LeastMajorVersion = 7,
    };

    /// <summary>The linker.</summary>
    public static SystemTool Linker { get; } = new(
        "LLVM's linker", ["ld.lld"], In(apt: "lld", dnf: "lld", pacman: "lld", zypper: "lld", brew: "lld"));

    /// <summary>The assembler, and what looks into object files.</summary>
    public static SystemTool Binutils { get; } = new(
        "GNU binutils",
        ["as", "objcopy", "nm", "readelf"],
        In(apt: "binutils", dnf: "binutils", pacman: "binutils", zypper: "binutils", brew: "x86_64-elf-binutils"));

    /// <summary>The debugger.</summary>
    public static SystemTool Debugger { get; } = new(
        "the GNU debugger", ["gdb"], In(apt: "gdb", dnf: "gdb", pacman: "gdb", zypper: "gdb", brew: "gdb"));

    /// <summary>What makes images of discs.</summary>
    public static SystemTool DiscMaker { get; } = new(
        "xorriso", ["xorriso"], In(apt: "xorriso", dnf: "xorriso", pacman: "libisoburn", zypper: "xorriso", brew: "xorriso"));

    /// <summary>A C compiler, for the boot loader's installer.</summary>
    public static SystemTool CCompiler { get; } = new(
        "a C compiler", ["cc"], In(apt: "gcc libc6-dev", dnf: "gcc", pacman: "gcc", zypper: "gcc", brew: "gcc"));

    /// <summary>UEFI firmware for QEMU.</summary>
    public static SystemTool UefiFirmware { get; } = new(
        "UEFI firmware for QEMU (OVMF)", [], In(apt: "ovmf", dnf: "edk2-ovmf", pacman: "edk2-ovmf", zypper: "qemu-ovmf-x86_64", brew: "qemu"))
    {
        Files = Firmware.Places,
    };

    /// <summary>Files of which one must be there; empty if none need be.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The least major version that will do; 0 if any will.</summary>
    public int LeastMajorVersion { get; init; }

    private static Dictionary<string, string> In(string apt, string dnf, string pacman, string zypper, string brew) =>
        new() { ["apt-get"] = apt, ["dnf"] = dnf, ["pacman"] = pacman, ["zypper"] = zypper, ["brew"] = brew };
}
