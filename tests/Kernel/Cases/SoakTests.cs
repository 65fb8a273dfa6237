using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Tasks;
using Tarn.Testing;
using Tarn.Bench;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Everything at once, for a minute of the machine's time: timer, keyboard and serial port fire while tasks allocate and free.</summary>
internal static class SoakTests
{
    private const int Seconds = 60;
    private const int Churners = 4;
    private const int BlocksOfChurner = 64;
    private const ushort ControllerPort = 0x64, DataPort = 0x60, ModemControl = ComPort.Com1 + 4;
    private const byte WriteKeyboardOutput = 0xD2, Loopback = 0x10;

    private static readonly ByteRing s_scanCodes = new(256);
    private static readonly ByteRing s_serialBytes = new(256);

    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void AMinuteOfEverythingLeavesTheHeapWhole()
    {
        // A minute of the clock, which goes on while it is collected.
        KernelHeap.EaseStress();
        Expect.True(PicController.TryOpen(out var interrupts, out _));
        var alarm = new TickAlarm();
        Expect.True(Pit.TryStart(default(PortSpace), interrupts, alarm.Handler, out var clock, out _));
        var executor = new Executor<ProcessorPlatform>(default, clock, alarm);
        Processor.EnableInterrupts();
        Expect.True(Ps2Keyboard.TryStart(
            default(PortSpace), interrupts, s_scanCodes.Writer, s_scanCodes, KeyboardLayouts.UnitedStates, out var keyboard, out _));
        var serial = Program.Serial!;
        Expect.Equal(InterruptClaimFault.None, serial.StartReceiving(interrupts, ComPort.LineOf(ComPort.Com1), s_serialBytes.Writer));
        var ports = default(PortSpace);
        var modemControl = ports.ReadByte(ModemControl);
        var (keysTyped, keysRead, bytesSent, bytesRead, delays, checks) = (0, 0, 0, 0, 0, 0);
        var steps = new int[Churners];
        using var ending = new CancellationTokenSource();
        executor.Spawn("reads keys", async () =>
        {
            await foreach (var keyEvent in keyboard!)
            {
                keysRead++;
            }
        }, TaskPriority.Urgent);
        executor.Spawn("reads bytes", async () =>
        {
            await foreach (var value in s_serialBytes)
            {
                Expect.Equal((byte)bytesRead++, value);
            }
        }, TaskPriority.Urgent);
        var tasks = new Task[Churners + 3];
        for (var index = 0; index < Churners; index++)
        {
            var number = index;
            tasks[index] = executor.Spawn("churns", async () => steps[number] = await ChurnAsync(number, ending.Token));
        }

        tasks[Churners] = executor.Spawn("types", () => EveryAsync(5, ending.Token, () =>
        {
            // An A, pressed and released in turn.
            WriteToController(ports, ControllerPort, WriteKeyboardOutput);
            WriteToController(ports, DataPort, (byte)(keysTyped++ % 2 == 0 ? 0x1E : 0x9E));
        }));
        tasks[Churners + 1] = executor.Spawn("sends", () => EveryAsync(3, ending.Token, () => serial.WriteByte((byte)bytesSent++)));
        tasks[Churners + 2] = executor.Spawn("sleeps", async () =>
        {
            while (!ending.IsCancellationRequested)
            {
                await Task.Delay(50);
                delays++;
            }
        });
        var watch = executor.Spawn("watches", async () =>
        {
            for (; checks < Seconds; checks++)
            {
                await Task.Delay(1_000);
                Expect.False(KernelHeap.FindFault().Exists);
                TestCase.Beat();
            }

            ending.Cancel();
            await Task.WhenAll(tasks);

            // What is on its way arrives.
            await Task.Delay(100);
        });
        ports.WriteByte(ModemControl, (byte)(modemControl | Loopback));
        while (!watch.IsCompleted)
        {
            watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }

        Processor.DisableInterrupts();
        ports.WriteByte(ModemControl, modemControl);
        watch.Wait();
        Expect.False(KernelHeap.FindFault().Exists);
        Expect.True(clock.Elapsed >= TimeSpan.FromSeconds(Seconds));
        Expect.InRange(keysTyped, 11_000, 12_100);
        Expect.Equal(keysTyped, keysRead);
        Expect.InRange(bytesSent, 19_000, 20_100);
        Expect.Equal(bytesSent, bytesRead);
        Expect.InRange(delays, 1_000, Seconds * 20);
        Expect.Equal(0u, s_scanCodes.Dropped + s_serialBytes.Dropped);
        foreach (var count in steps)
        {
            Expect.InRange(count, 25_000, 30_100);
        }

        Console.WriteLine($"{keysTyped} keys, {bytesSent} bytes, {delays} delays; heap: {KernelHeap.Statistics.Allocations} allocations");
    }

    private static async Task EveryAsync(int milliseconds, CancellationToken cancellation, Action action)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds));
        while (!cancellation.IsCancellationRequested && await timer.WaitForNextTickAsync())
        {
            action();
        }
    }

    /// <summary>Allocates blocks of four sizes at random places of a table, frees what was there, and looks at each that it frees.</summary>
    /// <returns>How many steps there were.</returns>
    private static async Task<int> ChurnAsync(int number, CancellationToken cancellation)
    {
        // A bump allocator gives nothing back: it has to do with 64 MiB.
        var blocksAtOnce = KernelHeap.AllocatorName == "bump" ? 1 : 8;
        var random = new BenchRandom((ulong)number + 1);
        var blocks = new Block[BlocksOfChurner];
        var steps = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!cancellation.IsCancellationRequested && await timer.WaitForNextTickAsync())
        {
            steps++;
            for (var count = 0; count < blocksAtOnce; count++)
            {
                ref var block = ref blocks[(int)random.Below(BlocksOfChurner)];
                block.Free();
                block.Allocate((int)random.Below(4), random.Next());
            }
        }

        foreach (ref var block in blocks.AsSpan())
        {
            block.Free();
        }

        return steps;
    }

    private static void WriteToController(PortSpace ports, ushort port, byte value)
    {
        const byte inputFull = 1 << 1;
        for (var poll = 0; (ports.ReadByte(ControllerPort) & inputFull) != 0; poll++)
        {
            Expect.True(poll < 1_000_000, "the controller takes what is written");
        }

        ports.WriteByte(port, value);
    }

    /// <summary>A block of one of four sizes; nothing at first.</summary>
    private struct Block
    {
        private Box<ulong> _word;
        private Box<Words9> _words9;
        private Box<Words33> _words33;
        private Box<Words120> _words120;
        private int _size;
        private ulong _content;

        public void Allocate(int size, ulong content)
        {
            (_size, _content) = (size + 1, content);
            switch (size)
            {
                case 0:
                    _word = new Box<ulong>(content);
                    break;
                case 1:
                    _words9 = new Box<Words9>(default);
                    ((Span<ulong>)_words9.Value).Fill(content);
                    break;
                case 2:
                    _words33 = new Box<Words33>(default);
                    ((Span<ulong>)_words33.Value).Fill(content);
                    break;
                default:
                    _words120 = new Box<Words120>(default);
                    ((Span<ulong>)_words120.Value).Fill(content);
                    break;
            }
        }

        public void Free()
        {
            switch (_size)
            {
                case 1:
                    Expect.Equal(_content, _word.Value);
                    _word.Dispose();
                    break;
                case 2:
                    Look(_words9.Value);
                    _words9.Dispose();
                    break;
                case 3:
                    Look(_words33.Value);
                    _words33.Dispose();
                    break;
                case 4:
                    Look(_words120.Value);
                    _words120.Dispose();
                    break;
            }

            _size = 0;
        }

        private readonly void Look(ReadOnlySpan<ulong> words) =>
            Expect.True(words[0] == _content && words[^1] == _content && words[words.Length / 2] == _content, "the block is what it was");
    }

    [InlineArray(9)]
    private struct Words9
    {
        private ulong _first;
    }

    [InlineArray(33)]
    private struct Words33
    {
        private ulong _first;
    }

    [InlineArray(120)]
    private struct Words120
    {
        private ulong _first;
    }
}
