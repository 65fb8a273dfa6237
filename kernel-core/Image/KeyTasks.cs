using System;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Image;

/// <summary>The way of a key to who reads it: a task for each device that is typed on, one channel out of them all, and the task that reads.</summary>
/// <remarks>
/// <code>
///   keyboard ── ring ──► task "keyboard" ──┐
///                                          ├──► channel of key events ──► task "reader" ──► KernelReader.Press
///   serial ──── ring ──► task "serial" ────┘
/// </code>
/// <para>
/// The devices' tasks do not know who reads, nor the reader what is typed on. While the channel is full they wait, and the rings take what comes.
/// </para>
/// </remarks>
internal readonly struct KeyTasks
{
    /// <summary>Scan codes that may wait to be decoded: of some eighty keys, pressed and released.</summary>
    private const int KeyboardRingCapacity = 256;

    /// <summary>Bytes of a terminal that may wait to be decoded: two screens full, for who pastes.</summary>
    private const int SerialRingCapacity = 4096;

    /// <summary>Keys that may wait to be read.</summary>
    private const int ChannelCapacity = 32;

    private readonly KernelExecutor _executor;
    private readonly PicController _interrupts;
    private readonly ChannelWriter<KeyEvent> _keys;

    /// <summary>Makes the channel, and starts the task that reads it.</summary>
    /// <param name="executor">What runs the tasks.</param>
    /// <param name="interrupts">Where the devices' lines are claimed.</param>
    /// <param name="main">What is typed before its end waits.</param>
    /// <param name="reader">Who reads.</param>
    internal KeyTasks(KernelExecutor executor, PicController interrupts, Task main, KernelReader reader)
    {
        var keys = Channel.CreateBounded<KeyEvent>(ChannelCapacity);
        (_executor, _interrupts, _keys) = (executor, interrupts, keys.Writer);
        executor.Spawn("reader", () => ReadAsync(keys.Reader, main, reader), TaskPriority.Urgent);
    }

    /// <summary>Starts the keyboard, or says why it is not used.</summary>
    internal void StartKeyboard()
    {
        var scanCodes = new ByteRing(KeyboardRingCapacity);
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
        if (serial is null)
        {
            return;
        }

        var received = new ByteRing(SerialRingCapacity);
        var claim = serial.StartReceiving(_interrupts, ComPort.LineOf(serial.BasePort), received.Writer);
        if (claim == InterruptClaimFault.None)
        {
            var escapeDelay = hasClock ? TerminalKeys.DefaultEscapeDelay : Timeout.InfiniteTimeSpan;
            Start("serial", received, new TerminalKeys(received, escapeDelay));
        }
        else
        {
            Console.WriteLine($"Serial line not read: its interrupt line was not given ({(int)claim})");
        }
    }

    private static async Task ReadAsync(ChannelReader<KeyEvent> keys, Task main, KernelReader reader)
    {
        // What is typed until then waits.
        await main;
        while (await keys.WaitToReadAsync())
        {
            while (keys.TryRead(out var key))
            {
                reader.Press(key);
            }
        }
    }

    private static async Task SendAsync(IInputSource<KeyEvent> device, ChannelWriter<KeyEvent> keys)
    {
        await foreach (var key in device)
        {
            await keys.WriteAsync(key);
        }
    }

    /// <summary>Has a task send a device's keys, before all background work, and another one tell of bytes that were lost on their way.</summary>
    private void Start(string name, ByteRing bytes, IInputSource<KeyEvent> device)
    {
        var keys = _keys;
        _executor.Spawn(name, () => SendAsync(device, keys), TaskPriority.Urgent);
        _executor.Spawn(name + " losses", () => bytes.ReportDropsAsync(name));
    }
}
