using System;
using System.Threading;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Image;

/// <summary>The tasks that hand what is typed, on the keyboard and on the serial line, to who reads it.</summary>
/// <param name="executor">What runs them.</param>
/// <param name="interrupts">Where the devices' lines are claimed.</param>
/// <param name="main">What is typed before its end waits.</param>
/// <param name="reader">Who reads.</param>
internal readonly struct KeyTasks(KernelExecutor executor, PicController interrupts, Task main, KernelReader reader)
{
    /// <summary>Bytes that may wait to be read: as many as a terminal sends in 22 ms at 115200 bits a second.</summary>
    private const int RingCapacity = 256;

    private readonly KernelExecutor _executor = executor;
    private readonly PicController _interrupts = interrupts;
    private readonly Task _main = main;
    private readonly KernelReader _reader = reader;

    /// <summary>Starts the keyboard, or says why it is not used.</summary>
    internal void StartKeyboard()
    {
        var scanCodes = new ByteRing(RingCapacity);
        if (Ps2Keyboard.TryStart(
            default(PortSpace), _interrupts, scanCodes.Writer, scanCodes, KeyboardLayouts.UnitedStates, out var keyboard, out var fault))
        {
            Start("keyboard", scanCodes, keyboard);
        }
        else
        {
            Console.WriteLine($"Keyboard not used: {fault.Reason}");
        }
    }

    /// <summary>Has the serial port say what it receives, where there is one.</summary>
    /// <param name="serial">The port, or null.</param>
    /// <param name="hasClock">Whether a time can be waited for: what tells the Escape key from the beginning of a sequence.</param>
    internal void StartSerial(Serial16550<PortSpace>? serial, bool hasClock)
    {
        var received = new ByteRing(RingCapacity);
        if (serial?.StartReceiving(_interrupts, ComPort.LineOf(serial.BasePort), received.Writer) == InterruptClaimFault.None)
        {
            var escapeDelay = hasClock ? TerminalKeys.DefaultEscapeDelay : Timeout.InfiniteTimeSpan;
            Start("serial", received, new TerminalKeys(received, escapeDelay));
        }
    }

    private static async Task ReadAsync(IInputSource<KeyEvent> keys, Task main, KernelReader reader)
    {
        // What is typed until then waits in the ring.
        await main;
        await foreach (var key in keys)
        {
            reader.Press(key);
        }
    }

    /// <summary>Has a task read keys, before all background work, and another one tell of bytes that were lost on their way.</summary>
    private void Start(string name, ByteRing bytes, IInputSource<KeyEvent> keys)
    {
        var (main, reader) = (_main, _reader);
        _executor.Spawn(name, () => ReadAsync(keys, main, reader), TaskPriority.Urgent);
        _executor.Spawn(name + " losses", () => bytes.ReportDropsAsync(name));
    }
}
