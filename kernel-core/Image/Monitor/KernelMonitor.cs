using System;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Monitor;
using KeyMonitor = Tarn.Monitor.Monitor;

namespace Tarn.Image;

/// <summary>The monitor of the reference kernel: the list of its commands.</summary>
internal sealed class KernelMonitor
{
    private readonly KeyMonitor _monitor;

    private KernelMonitor(KeyMonitor monitor) => _monitor = monitor;

    /// <inheritdoc cref="KeyMonitor.Invitation"/>
    internal static ReadOnlySpan<byte> Invitation => KeyMonitor.Invitation;

    /// <summary>Makes it.</summary>
    internal static KernelMonitor Create(in BroughtUpParts parts)
    {
        var ports = default(PortSpace);
        var screens = new ConsoleScreens(parts.Serial);

        var root = parts.RootSystemDescriptionPointer;
        root = root == 0 ? 0 : root - parts.DirectMapOffset;
        return new KernelMonitor(new KeyMonitor(
            screens,
            new MemoryCommand(new MemoryReport()),
            new TasksCommand<MeasuringProcessorPlatform>(parts.Executor, default, parts.Clock),
            new InterruptsCommand(new InterruptReport()),
            new UptimeCommand(parts.Clock),
            new AllocateCommand(),
            new FaultCommand(new FaultSource()),
            new EchoCommand(),
            new ClearCommand(screens),
            new RebootCommand(new PcReset<PortSpace>(ports), new TripleFaultReset()),
            new PowerOffCommand(
                new QemuExit<PortSpace>(ports), new AcpiPowerSwitch<PortSpace, PhysicalMemoryWindow>(ports, default, root))));
    }

    /// <inheritdoc cref="KeyMonitor.Begin"/>
    internal void Begin() => _monitor.Begin();

    /// <inheritdoc cref="KeyMonitor.Press"/>
    internal void Press(in KeyEvent key) => _monitor.Press(key);
}
