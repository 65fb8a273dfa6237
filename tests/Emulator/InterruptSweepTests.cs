using System.Globalization;
using Iced.Intel;
using NUnit.Framework;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.MachineCode;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>
/// Where the timer struck in the cases of the same name inside the test kernel, held against the kernel's machine code: the cases show that no
/// wake was lost, wherever it was; here it is seen that it was everywhere.
/// </summary>
[TestFixture]
public sealed class InterruptSweepTests
{
    private const ulong UpperHalf = 0xffff_ffff_0000_0000;
    private const string Disable = "tarn_interrupts_disable", Wait = "tarn_wait_for_interrupt";

    private static readonly string[] KernelCases = ["NoWakeOfAnOrdinaryTaskIsLost", "NoWakeOfAnUrgentTaskIsLost", "NoSecondSignalIsLost"];

    // What the compiler calls the functions of the queue and of the idle path.
    private static readonly string[] Functions =
    [
        "Tarn_Tasks_Tarn_Tasks_InterruptSignal__Set", "X86_64_ProcessorPlatform>__RunReady", "X86_64_ProcessorPlatform>__RunUrgent", "NoProbe>__TryBeginUrgent", "X86_64_ProcessorPlatform>__Sleep",
        Disable, Wait,
    ];

    private static HashSet<ulong> s_struck = [];
    private static CodeImage s_code = null!;

    /// <summary>Runs the cases of one variant: the queue is the same in all.</summary>
    [OneTimeSetUp]
    public static void Sweep()
    {
        var variant = Images.Variants[0];
        s_code = new CodeImage(ElfFile.Read(Images.TestKernel(variant)));
        s_struck = [];
        foreach (var kernelCase in KernelCases)
        {
            var options = Images.TestMachine(variant) with { CommandLine = $"until=idle test.only=InterruptSweepTests.{kernelCase}" };
            using var machine = QemuMachine.Start(options);
            Assert.That(machine.WaitForExit(TimeSpan.FromSeconds(60)), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
            foreach (var line in machine.Log.Lines.Where(line => line.StartsWith("struck:", StringComparison.Ordinal)))
            {
                s_struck.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(word => UpperHalf | ulong.Parse(word, NumberStyles.HexNumber)));
            }
        }
    }

    /// <summary>Every instruction of a function was struck, but those that run with interrupts masked, and those that only lead to a throw.</summary>
    [TestCaseSource(nameof(Functions))]
    public void EveryInstructionWasStruck(string name)
    {
        var function = Find(name);
        var instructions = Decode(function);
        var spared = instructions.Where(instruction => !s_struck.Contains(instruction.IP)).ToList();
        var masked = instructions.SkipWhile(instruction => !Calls(instruction, Disable)).Skip(1).ToHashSet();
        if (name is Disable or Wait)
        {
            // Behind CLI; and STI, with what follows it.
            masked = [.. instructions.Where(instruction => instruction.Mnemonic is Mnemonic.Sti or Mnemonic.Hlt || (name == Disable && instruction.Mnemonic == Mnemonic.Ret))];
        }

        Assert.That(instructions, Has.Count.GreaterThan(1));
        Assert.That(spared.Except(masked).Except(LeadingToThrows(instructions)).Select(instruction => $"{instruction.IP:x} {instruction}"), Is.Empty);
        Assert.That(masked.Where(instruction => s_struck.Contains(instruction.IP)), Is.Empty, "interrupts are masked there");
    }

    /// <summary>The halt ends behind it: an interrupt that came between the look at the queue and the halt has ended the halt.</summary>
    [Test]
    public void TheHaltWasEnded()
    {
        var afterHalt = Decode(Find(Wait)).SkipWhile(instruction => instruction.Mnemonic != Mnemonic.Hlt).ElementAt(1);
        Assert.That(s_struck, Does.Contain(afterHalt.IP));
    }

    /// <summary>The one function whose name ends so.</summary>
    internal static CodeFunction FindIn(CodeImage code, string name)
    {
        var found = code.Functions.Where(function => function.Symbols.Any(
            symbol => symbol.EndsWith(name, StringComparison.Ordinal) && !symbol.StartsWith("__DelegateCtor", StringComparison.Ordinal))).ToList();
        Assert.That(found, Has.Count.EqualTo(1), $"the image has one function {name}");
        return found[0];
    }

    private static CodeFunction Find(string name) => FindIn(s_code, name);

    /// <summary>Without what fills the space behind the last one.</summary>
    private static List<Instruction> Decode(CodeFunction function)
    {
        var decoder = new CodeDecoder(s_code);
        var instructions = new List<Instruction>();
        for (var address = function.Start; address < function.End;)
        {
            var instruction = decoder.At(address);
            instructions.Add(instruction);
            address = instruction.NextIP;
        }

        while (instructions[^1].Mnemonic is Mnemonic.Nop or Mnemonic.Int3 || (instructions[^1].Mnemonic == Mnemonic.Xchg && instructions[^1].Op0Register == Register.AX))
        {
            instructions.RemoveAt(instructions.Count - 1);
        }

        return instructions;
    }

    /// <summary>What stands between the last way out and a call that throws, and jumps there that are not taken otherwise.</summary>
    private static HashSet<Instruction> LeadingToThrows(List<Instruction> instructions)
    {
        var leading = new HashSet<Instruction>();
        for (var index = instructions.Count - 1; index >= 0; index--)
        {
            var instruction = instructions[index];
            var next = index + 1 < instructions.Count && leading.Contains(instructions[index + 1]);
            if (instruction.FlowControl switch
            {
                FlowControl.Call => Calls(instruction, "RhpThrowEx") || next,
                FlowControl.UnconditionalBranch => leading.Any(target => target.IP == instruction.NearBranchTarget),
                FlowControl.Next => next,
                _ => false,
            })
            {
                leading.Add(instruction);
            }
        }

        return leading;
    }

    private static bool Calls(Instruction instruction, string symbol) =>
        instruction.FlowControl == FlowControl.Call && s_code.FunctionAt(instruction.NearBranchTarget)?.Symbols.Contains(symbol) == true;
}
