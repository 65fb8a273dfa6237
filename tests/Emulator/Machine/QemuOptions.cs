namespace Tarn.Tests.Emulator.Machine;

/// <summary>A machine to be emulated, and the kernel it boots.</summary>
/// <param name="Image">The kernel's ELF file.</param>
public sealed record QemuOptions(string Image)
{
    /// <summary>Who boots it.</summary>
    public MachineBoot Boot { get; init; }

    /// <summary>Makes the disc of a machine that does not boot directly, and returns QEMU's arguments for booting from it; null where nothing makes one.</summary>
    public static Func<QemuOptions, IReadOnlyList<string>>? MakeDisc { get; set; }

    /// <summary>The picture that the boot loader is asked for, such as <c>1024x768x32</c>; null for its own choice. Not for a direct boot.</summary>
    public string? Resolution { get; init; }

    /// <summary>The kernel's command line.</summary>
    public string CommandLine { get; init; } = string.Empty;

    /// <summary>The board: <c>pc</c> or <c>q35</c>.</summary>
    public string Board { get; init; } = "pc";

    /// <summary>The processor: <c>qemu64</c>, <c>Nehalem</c>, <c>max</c>, …</summary>
    public string Cpu { get; init; } = "qemu64";

    /// <summary>How many processors there are.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>How much memory there is, in QEMU's notation: <c>128M</c>.</summary>
    public string Memory { get; init; } = "128M";

    /// <summary>The graphics card: <c>std</c>, or <c>none</c> for a machine without one.</summary>
    public string Vga { get; init; } = "std";

    /// <summary>Whether the first serial port, the console, is there.</summary>
    public bool HasConsolePort { get; init; } = true;

    /// <summary>Whether the device is there that the kernel leaves QEMU through.</summary>
    public bool HasExitDevice { get; init; } = true;

    /// <summary>Whether the second serial port, the channel of the test protocol, is there.</summary>
    public bool HasChannel { get; init; }

    /// <summary>Whether the host can press keys: through QEMU's control protocol.</summary>
    public bool HasControl { get; init; }

    /// <summary>Whether the host can stop the machine at an instruction: through QEMU's debugger interface. It stands still at first.</summary>
    public bool HasDebugger { get; init; }

    /// <summary>
    /// Whether time in the machine is instructions executed: one tick of the time-stamp counter is one, and a halt costs nothing.
    /// </summary>
    public bool CountsInstructions { get; init; }

    /// <summary>Further arguments of QEMU.</summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];

    /// <summary>A machine with some parts changed.</summary>
    /// <param name="words">
    /// Words with blanks between them: <c>memory=24M processors=4 cpu=max machine=q35 vga=none console=none channel=none boot=bios resolution=1024x768x32</c>; those left
    /// out stay as they are.
    /// </param>
    /// <exception cref="FormatException">A word is not one of these.</exception>
    public QemuOptions With(string? words)
    {
        var options = this;
        foreach (var word in (words ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options = word.Split('=', 2) switch
            {
                ["memory", var value] => options with { Memory = value },
                ["processors", var value] => options with { Processors = int.Parse(value) },
                ["cpu", var value] => options with { Cpu = value },
                ["machine", var value] => options with { Board = value },
                ["vga", var value] => options with { Vga = value },
                ["boot", "bios"] => options with { Boot = MachineBoot.LimineBios },
                ["boot", "uefi"] => options with { Boot = MachineBoot.LimineUefi },
                ["resolution", var value] => options with { Resolution = value },
                ["console", "none"] => options with { HasConsolePort = false },
                ["channel", "none"] => options with { HasChannel = false },
                _ => throw new FormatException($"'{word}' describes no part of a machine."),
            };
        }

        return options;
    }

    /// <summary>QEMU's arguments for this machine. The console is on standard input and output.</summary>
    /// <param name="channelSocket">The path of the socket that the channel connects to; not used without a channel.</param>
    /// <param name="controlSocket">The path of the socket that QEMU's control protocol connects to; not used without it.</param>
    /// <param name="debuggerSocket">The path of the socket that QEMU's debugger interface connects to; not used without it.</param>
    public IReadOnlyList<string> ToArguments(string channelSocket, string controlSocket, string debuggerSocket)
    {
        List<string> arguments =
        [
            "-nodefaults", "-no-reboot", "-display", "none", "-monitor", "none", "-accel", "tcg",
            "-machine", Board, "-cpu", Cpu, "-smp", $"{Processors}", "-m", Memory, "-vga", Vga,
        ];
        if (HasExitDevice)
        {
            arguments.AddRange(["-device", "isa-debug-exit,iobase=0xf4,iosize=4"]);
        }

        if (Boot == MachineBoot.Direct)
        {
            arguments.AddRange(["-kernel", Image]);
            if (CommandLine.Length > 0)
            {
                arguments.AddRange(["-append", CommandLine]);
            }
        }
        else
        {
            arguments.AddRange((MakeDisc ?? throw new InvalidOperationException("nothing here makes a disc to boot from"))(this));
        }

        if (HasConsolePort)
        {
            arguments.AddRange(["-chardev", "stdio,id=console,signal=off", "-device", "isa-serial,index=0,chardev=console"]);
        }

        if (HasChannel)
        {
            arguments.AddRange(["-chardev", $"socket,id=channel,path={channelSocket}", "-device", "isa-serial,index=1,chardev=channel"]);
        }

        if (HasControl)
        {
            arguments.AddRange(["-chardev", $"socket,id=control,path={controlSocket}", "-mon", "chardev=control,mode=control"]);
        }

        if (HasDebugger)
        {
            arguments.AddRange(["-chardev", $"socket,id=debugger,path={debuggerSocket}", "-gdb", "chardev:debugger", "-S"]);
        }

        if (CountsInstructions)
        {
            arguments.AddRange(["-icount", "shift=0,sleep=off"]);
        }

        arguments.AddRange(ExtraArguments);
        return arguments;
    }
}
