using System;
using System.Threading;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Tasks;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Keyboard and serial port on the machine: real interrupts bring bytes that are put into the devices from inside.</summary>
internal static class InputTests
{
    private const ushort ControllerPort = 0x64, DataPort = 0x60;

    // The controller puts the next byte into its output, as if the keyboard had sent it.
    private const byte WriteKeyboardOutput = 0xD2;

    private static readonly ByteRing s_scanCodes = new(256);
    private static readonly ByteRing s_serialBytes = new(64);
    private static PicController s_interrupts;

    /// <summary>"Hi!" and some more, in the codes of either set.</summary>
    [KernelTest(Isolated = true)]
    public static void CodesOfSet1ArriveAsKeys() => ExpectKeys(
        ScanCodeSet.Set1,
        [0x2A, 0x23, 0xA3, 0xAA, 0x17, 0x97, 0xE0, 0x53, 0xE0, 0xD3, 0xE1, 0x1D, 0x45, 0xE1, 0x9D, 0xC5]);

    [KernelTest(Isolated = true)]
    public static void CodesOfSet2ArriveAsKeys() => ExpectKeys(
        ScanCodeSet.Set2,
        [
            0x12, 0x33, 0xF0, 0x33, 0xF0, 0x12, 0x43, 0xF0, 0x43, 0xE0, 0x71, 0xE0, 0xF0, 0x71,
            0xE1, 0x14, 0x77, 0xE1, 0xF0, 0x14, 0xF0, 0x77,
        ]);

    [KernelTest(Isolated = true)]
    public static void TheLightsFollowTheLocks()
    {
        var executor = StartTasks();
        var keyboard = StartKeyboard(ScanCodeSet.Set1);
        var keys = 0;
        executor.Spawn("reads", async () =>
        {
            await foreach (var keyEvent in keyboard)
            {
                keys++;
            }
        });
        foreach (var (code, lights) in (ReadOnlySpan<(byte, KeyboardLights)>)
            [
                (0x3A, KeyboardLights.CapsLock),
                (0x45, KeyboardLights.CapsLock | KeyboardLights.NumLock),
                (0x46, KeyboardLights.CapsLock | KeyboardLights.NumLock | KeyboardLights.ScrollLock),
                (0x3A, KeyboardLights.NumLock | KeyboardLights.ScrollLock),
            ])
        {
            Inject(code);
            Inject((byte)(code | 0x80));

            // The keyboard acknowledges the command, and then its argument.
            for (var turn = 0; turn < 10_000 && keyboard.Lights != lights; turn++)
            {
                executor.RunReady();
            }

            Expect.Equal((int)lights, (int)keyboard.Lights);
        }

        Processor.DisableInterrupts();
        Expect.Equal(8, keys);
        Expect.Equal(0u, keyboard.RefusedCommands);
        Expect.Equal(0u, keyboard.UnknownCodes);
    }

    [KernelTest(Isolated = true)]
    public static void WhatAFloodDropsIsCountedExactly()
    {
        const int Codes = 10_000;
        var executor = StartTasks();
        var keyboard = StartKeyboard(ScanCodeSet.Set1);
        var keys = 0;
        var held = 0;
        executor.Spawn("reads", async () =>
        {
            await foreach (var keyEvent in keyboard)
            {
                keys++;
                held += keyEvent.Action == KeyAction.Pressed ? 1 : keyEvent.Action == KeyAction.Released ? -1 : 0;
            }
        });
        executor.Spawn("reports", () => s_scanCodes.ReportDropsAsync("keyboard"));
        executor.RunReady();

        // An A that is held down: nobody reads while it says so.
        for (var code = 0; code < Codes; code++)
        {
            Inject(0x1E);
        }

        Expect.Equal(s_scanCodes.Capacity, s_scanCodes.Count);
        Expect.Equal((uint)(Codes - s_scanCodes.Capacity), s_scanCodes.Dropped);
        Expect.Equal(s_scanCodes.Dropped, keyboard.Dropped);
        var output = new RecordingSink();
        using (ConsoleRouter.Redirect(output))
        {
            executor.RunReady();
        }

        Processor.DisableInterrupts();
        Expect.Equal("keyboard: 9744 bytes lost, since nobody read those before them (9744 in all)\n"u8, output.Text);
        Expect.Equal(s_scanCodes.Capacity + 1, keys, "all that had room, and the release that may have been among the others");
        Expect.Equal(0, held);
    }

    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void NothingIsAllocatedForAKey()
    {
        const int Events = 100_000;
        var executor = StartTasks();
        var keyboard = StartKeyboard(ScanCodeSet.Set1);
        var keys = 0;
        executor.Spawn("reads", async () =>
        {
            await foreach (var keyEvent in keyboard)
            {
                keys++;
            }
        });
        executor.Spawn("reports", () => s_scanCodes.ReportDropsAsync("keyboard"));
        Type(100);
        var before = KernelHeap.Statistics;
        Type(Events);
        var after = KernelHeap.Statistics;
        Processor.DisableInterrupts();
        Expect.Equal(before.Allocations, after.Allocations);
        Expect.Equal(before.Usage.UsedBytes, after.Usage.UsedBytes);
        Expect.Equal(100 + Events, keys);
        Expect.Equal(0u, keyboard.Dropped);

        void Type(int events)
        {
            for (var index = 0; index < events; index += 2)
            {
                // From A to L, and letting go.
                var code = (byte)(0x1E + (index / 2 % 9));
                Inject(code);
                executor.RunReady();
                Inject((byte)(code | 0x80));
                executor.RunReady();
            }
        }
    }

    /// <summary>A million ticks of a clock that is fast, a key each tenth, a periodic timer, and tasks that take turns all the time.</summary>
    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void NothingIsAllocatedForAMillionTicks()
    {
        const ulong TicksToKey = 10;
        const ushort FastDivisor = 2;
        const ulong Ticks = 1_000_000;
        var executor = StartTasks(out var clock, FastDivisor);
        var keyboard = StartKeyboard(ScanCodeSet.Set1);
        var keys = 0;
        var milliseconds = 0;
        executor.Spawn("reads", async () =>
        {
            await foreach (var keyEvent in keyboard)
            {
                keys++;
            }
        }, TaskPriority.Urgent);
        executor.Spawn("timer", async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
            while (await timer.WaitForNextTickAsync())
            {
                milliseconds++;
            }
        });
        var types = executor.Spawn("types", async () =>
        {
            // What is made once is made in the beginning.
            const ulong FirstTicks = 10_000;
            var (keysBefore, millisecondsBefore, start) = (0, 0, clock.Ticks);
            var before = KernelHeap.Statistics;
            for (var passed = 0UL; passed < FirstTicks + Ticks; passed += TicksToKey)
            {
                if (passed == FirstTicks)
                {
                    (keysBefore, millisecondsBefore) = (keys, milliseconds);
                    before = KernelHeap.Statistics;
                }

                while (clock.Ticks - start < passed + TicksToKey)
                {
                    await Task.Yield();
                }

                // From A to L, pressed and released in turn.
                var code = 0x1E + (byte)(passed / TicksToKey / 2 % 9);
                Inject((byte)(passed / TicksToKey % 2 == 0 ? code : code | 0x80));
                await Task.Yield();
            }

            var after = KernelHeap.Statistics;
            Expect.Equal(before.Allocations, after.Allocations);
            Expect.Equal(before.Usage.UsedBytes, after.Usage.UsedBytes);
            Expect.InRange((long)(clock.Ticks - start), (long)(FirstTicks + Ticks), (long)(FirstTicks + Ticks) + 100);
            Expect.Equal((int)(Ticks / TicksToKey), keys - keysBefore);

            // A tick is 1.676 µs.
            Expect.InRange(milliseconds - millisecondsBefore, (int)(Ticks * 1_670 / 1_000_000), (int)(Ticks * 1_690 / 1_000_000));
        });
        types.Wait();
        Processor.DisableInterrupts();
        Expect.Equal(0u, keyboard.Dropped);
    }

    [KernelTest(Isolated = true, Machine = "machine=pc,i8042=off")]
    public static void AMachineWithoutControllerIsToldAtOnce()
    {
        Expect.True(PicController.TryOpen(out var interrupts, out _));
        var isStarted = Ps2Keyboard.TryStart(
            default(PortSpace), interrupts, s_scanCodes.Writer, s_scanCodes, KeyboardLayouts.UnitedStates, out var keyboard, out var fault);
        Expect.False(isStarted);
        Expect.True(keyboard is null);
        Expect.Equal((int)Ps2KeyboardFaultKind.ControllerAbsent, (int)fault.Kind);
    }

    /// <summary>In loopback a serial port receives what it sends: its interrupt brings it here, without a byte lost.</summary>
    [KernelTest(Isolated = true)]
    public static void SerialBytesArriveByInterrupt()
    {
        const ushort modemControl = ComPort.Com1 + 4;
        const byte loopback = 0x10;
        var executor = StartTasks();
        var serial = Program.Serial!;
        Expect.Equal(InterruptClaimFault.None, serial.StartReceiving(s_interrupts, ComPort.LineOf(ComPort.Com1), s_serialBytes.Writer));
        var bytes = 0;
        var keys = 0;
        executor.Spawn("reads", async () =>
        {
            await foreach (var keyEvent in new TerminalKeys(s_serialBytes))
            {
                Expect.Equal('a' + (keys++ % 26), keyEvent.Character.Value);
            }
        });
        executor.RunReady();
        var ports = default(PortSpace);
        var before = ports.ReadByte(modemControl);
        ports.WriteByte(modemControl, (byte)(before | loopback));
        var allocations = 0UL;
        for (; bytes < 2_000; bytes++)
        {
            if (bytes == 100)
            {
                allocations = KernelHeap.Statistics.Allocations;
            }

            serial.WriteByte((byte)('a' + (bytes % 26)));
            executor.RunReady();
        }

        for (var turn = 0; turn < 1_000_000 && keys < bytes; turn++)
        {
            executor.RunReady();
        }

        var allocationsAfter = KernelHeap.Statistics.Allocations;
        Processor.DisableInterrupts();
        ports.WriteByte(modemControl, before);
        Expect.Equal(bytes, keys);
        Expect.Equal(allocations, allocationsAfter);
        Expect.Equal(0u, s_serialBytes.Dropped);
        Expect.Equal(0UL, serial.ReceiveErrors);
    }

    private static void ExpectKeys(ScanCodeSet set, ReadOnlySpan<byte> codes)
    {
        var executor = StartTasks();
        var keyboard = StartKeyboard(set);
        var text = string.Empty;
        executor.Spawn("reads", async () =>
        {
            await foreach (var keyEvent in keyboard)
            {
                text += $"{keyEvent}, ";
            }
        });
        foreach (var code in codes)
        {
            Inject(code);
            executor.RunReady();
        }

        Processor.DisableInterrupts();
        Expect.Equal(
            "Left Shift, H, H released, Left Shift released, i, i released, Delete, Delete released, Pause, Pause released, ",
            text);
    }

    private static Executor<ProcessorPlatform> StartTasks() => StartTasks(out _);

    private static Executor<ProcessorPlatform> StartTasks(out Pit<PortSpace> clock, ushort divisor = Pit.MillisecondDivisor)
    {
        Expect.True(PicController.TryOpen(out s_interrupts, out _));
        var alarm = new TickAlarm();
        Expect.True(Pit.TryStart(default(PortSpace), s_interrupts, alarm.Handler, out var started, out _, divisor));
        clock = started;
        var executor = new Executor<ProcessorPlatform>(default, clock, alarm);
        Processor.EnableInterrupts();
        return executor;
    }

    private static Ps2Keyboard<PortSpace> StartKeyboard(ScanCodeSet set)
    {
        var ports = default(PortSpace);
        var layout = KeyboardLayouts.UnitedStates;
        var isStarted = Ps2Keyboard.TryStart(
            ports, s_interrupts, s_scanCodes.Writer, s_scanCodes, layout, out var keyboard, out var fault, set);
        Expect.True(isStarted, fault.ToString());
        Expect.Equal((int)set, (int)keyboard!.ScanCodeSet);
        return keyboard;
    }

    /// <summary>How many bytes the handler has brought, room or no room.</summary>
    private static uint Received => s_scanCodes.Written + s_scanCodes.Dropped;

    /// <summary>Has the controller send a byte as the keyboard's, and waits until the interrupt handler has taken it.</summary>
    private static void Inject(byte code)
    {
        const byte inputFull = 1 << 1;
        const int patience = 1_000_000;
        var ports = default(PortSpace);
        var before = Received;
        WriteWhenReady(ControllerPort, WriteKeyboardOutput);
        WriteWhenReady(DataPort, code);
        for (var poll = 0; Received == before; poll++)
        {
            Expect.True(poll < patience, "the keyboard's interrupt arrives");
        }

        void WriteWhenReady(ushort port, byte value)
        {
            for (var poll = 0; (ports.ReadByte(ControllerPort) & inputFull) != 0; poll++)
            {
                Expect.True(poll < patience, "the controller takes what is written");
            }

            ports.WriteByte(port, value);
        }
    }
}
