using System.Diagnostics;
using System.Text;
using Iced.Intel;
using NUnit.Framework;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.MachineCode;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>
/// The reference kernel itself, stopped before each instruction that its tasks' queue and its idle path execute on the way of one key from interrupt to
/// halt; there the serial line interrupts again. The timer is masked in the interrupt controller: if a wake were lost, nothing else would bring it back.
/// </summary>
/// <remarks>The test kernel sweeps its own queue with a timer (<see cref="InterruptSweepTests"/>); this is the image that is shipped, and no code of a test in it.</remarks>
[TestFixture]
public sealed class ReferenceImageSweepTests
{
    private const ushort MasterMask = 0x21;
    private const byte AllButSerial = 0xEF;
    private const int SerialRequest = 0x10;
    private const string Prompt = "\n> ";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>What the compiler calls them: a wake by a handler, a wake by a task, the turns, and the halt.</summary>
    private static readonly string[] Functions =
    [
        "InterruptSignal__Set", "TaskExecutor__Post", "MeasuringProcessorPlatform>__RunReady", "MeasuringProcessorPlatform>__RunUrgent", "MeasuringProcessorPlatform>__RunForever",
        "NoProbe>__TryBeginUrgent", "MeasuringProcessorPlatform>__Sleep", "tarn_interrupts_disable", "tarn_wait_for_interrupt",
    ];

    [Test]
    public void AnInterruptAtAnyInstructionOfTheQueueAndTheIdlePathWakesItsTask()
    {
        // Of one variant: the queue is the same in all.
        var image = Images.Reference;
        var code = new CodeImage(ElfFile.Read(image));
        var decoder = new CodeDecoder(code);
        var functions = Functions.ToDictionary(name => name, name => InterruptSweepTests.FindIn(code, name));
        using var machine = QemuMachine.Start(new QemuOptions(image) { HasControl = true, HasDebugger = true });
        var debugger = machine.Debugger!;
        debugger.Continue();
        Assert.That(machine.Log.WaitFor(text => text.EndsWith(Prompt, StringComparison.Ordinal), Limit), Is.True, machine.Log.Tail());
        machine.Control!.WritePort(MasterMask, AllButSerial);

        // One key, step by step: from the handler that has read it to the halt.
        var start = functions["InterruptSignal__Set"].Start;
        Assert.That(TryStopAt(machine, start, occurrence: 1), Is.True);
        debugger.RemoveBreakpoint(start);
        var path = new List<ulong>();
        var halt = functions["tarn_wait_for_interrupt"];
        for (var address = start; ; address = debugger.ProgramCounter)
        {
            path.Add(address);
            var instruction = decoder.At(address);
            if (IsIn(address, halt) && instruction.Mnemonic == Mnemonic.Sti)
            {
                // Nobody steps to what follows, the halt: STI lets nothing in before it, the debugger included.
                path.Add(instruction.NextIP);
                break;
            }

            debugger.Step();
        }

        debugger.Continue();
        Type(machine, "cho 0\r");
        Assert.That(machine.Log.WaitFor(text => text.EndsWith("\n0" + Prompt, StringComparison.Ordinal), Limit), Is.True, machine.Log.Tail());

        var seen = new Dictionary<ulong, int>();
        var (letIn, passedBy) = (0, 0);
        foreach (var address in path.Where(address => functions.Values.Any(function => IsIn(address, function))))
        {
            var occurrence = seen[address] = seen.GetValueOrDefault(address) + 1;
            var number = $"{100 + (seen.Count % 900)}";
            var isStruck = TryStopAt(machine, address, occurrence);
            if (isStruck)
            {
                letIn += debugger.AreInterruptsEnabled ? 1 : 0;
            }
            else
            {
                passedBy++;
            }

            // Eight bytes are what the port interrupts for at once (Serial16550); fewer are waited upon, in the machine's time.
            Type(machine, $"cho {number}\r");
            if (isStruck)
            {
                Assert.That(SpinWait.SpinUntil(() => (machine.Control!.RequestedInterrupts & SerialRequest) != 0, Limit), Is.True, "the line asks for an interrupt");
            }

            debugger.RemoveBreakpoint(address);
            debugger.Continue();
            Assert.That(machine.Log.WaitFor(text => text.EndsWith($"\n{number}{Prompt}", StringComparison.Ordinal), Limit), Is.True,
                () => $"struck at {address:x}, the {occurrence}. time: {Name(address)}\n{machine.Log.Tail()}");
        }

        Assert.That(functions.Where(entry => !seen.Keys.Any(address => IsIn(address, entry.Value))).Select(entry => entry.Key), Is.Empty, "functions that no key comes through");
        Assert.That(passedBy, Is.LessThan(seen.Values.Sum() / 10), "the way of a key is much the same each time");
        Assert.That(letIn, Is.GreaterThan(seen.Values.Sum() / 2), "most of them run with interrupts enabled");
        TestContext.Out.WriteLine($"{path.Count} instructions from the handler to the halt; struck before {seen.Values.Sum() - passedBy} of {seen.Values.Sum()} of the queue's and the idle path's, {letIn} times with interrupts enabled");

        string Name(ulong address) => functions.First(entry => IsIn(address, entry.Value)) is var (name, function) ? $"{name}+0x{address - function.Start:x}" : string.Empty;
    }

    private static bool IsIn(ulong address, CodeFunction function) => address >= function.Start && address < function.End;

    /// <summary>Types a key, and stops before an instruction when it comes there for the n-th time.</summary>
    /// <returns>False if the kernel has gone to sleep before: it does not come by as often with every key, for the port may be slow or quick.</returns>
    private static bool TryStopAt(QemuMachine machine, ulong address, int occurrence)
    {
        // What is typed before it sleeps would spare it some of the way.
        Assert.That(SpinWait.SpinUntil(() => machine.Control!.IsHalted, Limit), Is.True, "the machine goes to sleep");
        machine.Debugger!.Interrupt();
        machine.Debugger.InsertBreakpoint(address);
        machine.Debugger.Continue();
        Type(machine, "e");
        for (var passed = 1; ; passed++)
        {
            var waited = Stopwatch.StartNew();
            while (!machine.Debugger.WaitForStop(TimeSpan.FromMilliseconds(20)))
            {
                Assert.That(waited.Elapsed, Is.LessThan(Limit), () => $"a key typed while the machine is idle is answered; waiting for {address:x}, the {passed}. time\n{machine.Log.Tail()}");
                if (machine.Log.Text.EndsWith(Prompt + "e", StringComparison.Ordinal) && machine.Control!.IsHalted)
                {
                    machine.Debugger.Interrupt();
                    return false;
                }
            }

            if (passed == occurrence)
            {
                return true;
            }

            // Over it, and on.
            machine.Debugger.RemoveBreakpoint(address);
            machine.Debugger.Step();
            machine.Debugger.InsertBreakpoint(address);
            machine.Debugger.Continue();
        }
    }

    private static void Type(QemuMachine machine, string text)
    {
        machine.Keyboard.Write(Encoding.ASCII.GetBytes(text));
        machine.Keyboard.Flush();
    }
}
