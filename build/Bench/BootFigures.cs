using Tarn.Sdk.Tool.Elf;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Pipeline;

/// <summary>What the reference kernel's start takes, and for how long it keeps interrupts out.</summary>
internal static class BootFigures
{
    private const string FirstLine = "tarn_main", Halt = "tarn_wait_for_interrupt", WaitForTick = "WaitForTick";

    private const int Transmit = 0, LineControl = 3, ModemControl = 4;
    private const byte DivisorLatch = 0x80, Loopback = 0x10;

    private const ushort KeyboardData = 0x60, KeyboardCommand = 0x64;
    private const byte WriteKeyboardOutput = 0xd2, Released = 0x80;

    // From the executor's first halt on: those of the start, and of ticks before, between and after the keys.
    private const int HaltsBefore = 4, HaltsOfKey = 2, HaltsAfter = 8;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    // Set 1: mem, and Enter.
    private static readonly byte[] Keys = [0x32, 0x12, 0x32, 0x1c];

    /// <summary>Measures.</summary>
    /// <param name="image">The path of <c>tarn-VARIANT.elf</c>.</param>
    /// <param name="variant">The allocator's file name.</param>
    public static IEnumerable<BenchFigure> Measure(string image, string variant)
    {
        var file = ElfFile.Read(image);
        foreach (var figure in MeasureBoot(file, image, variant))
        {
            yield return figure;
        }

        foreach (var figure in MeasureMasking(file, image, variant))
        {
            yield return figure;
        }
    }

    /// <summary>The kernel runs through its start, ticks, and a command that is typed.</summary>
    private static IEnumerable<BenchFigure> MeasureMasking(ElfFile file, string image, string variant)
    {
        var first = AddressOf(file, FirstLine);
        var halt = AddressOf(file, Halt);
        var stretches = new MaskedStretches(file);
        var isInKernel = false;
        InstructionTrace.Run(
            image,
            string.Empty,
            address =>
            {
                isInKernel |= address == first;
                if (isInKernel)
                {
                    stretches.Execute(address);
                }
            },
            (_, _) => { },

            // It is before the first stretch's end, which is not looked at here.
            Waiting(file),
            debugger => Type(debugger, halt));
        yield return Count("interrupts-off", variant, stretches.Longest);
    }

    private static IEnumerable<BenchFigure> MeasureBoot(ElfFile file, string image, string variant)
    {
        var first = AddressOf(file, FirstLine);
        var waiting = Waiting(file);
        var stretches = new MaskedStretches(file);
        long all = 0, waited = 0, greeting = 0;
        byte lineControl = 0, modemControl = 0;
        InstructionTrace.Run(
            image,
            "until=idle",
            address =>
            {
                if (all == 0 && address != first)
                {
                    return;
                }

                all++;
                waited += address >= waiting.Value && address < waiting.Value + waiting.Size ? 1 : 0;
                stretches.Execute(address);
            },
            (register, value) =>
            {
                lineControl = register == LineControl ? value : lineControl;
                modemControl = register == ModemControl ? value : modemControl;
                var isSent = register == Transmit && (lineControl & DivisorLatch) == 0 && (modemControl & Loopback) == 0;
                if (isSent && value == (byte)'\n' && greeting == 0)
                {
                    greeting = all;
                }
            });
        yield return Count("boot-greeting", variant, greeting);
        yield return Count("boot-idle", variant, all);
        yield return Count("boot-idle-waiting", variant, waited);
        yield return Count("boot-interrupts-off", variant, stretches.First);
    }

    private static void Type(GdbStub debugger, ulong halt)
    {
        Wait(HaltsBefore);
        foreach (var code in Keys.SelectMany(key => new[] { key, (byte)(key | Released) }))
        {
            // As if the keyboard had sent it.
            debugger.WritePort(KeyboardCommand, WriteKeyboardOutput);
            debugger.WritePort(KeyboardData, code);
            Wait(HaltsOfKey);
        }

        Wait(HaltsAfter);
        debugger.Kill();

        void Wait(int halts)
        {
            for (var index = 0; index < halts; index++)
            {
                debugger.RunTo(halt, Limit);
            }
        }
    }

    private static ElfSymbol Waiting(ElfFile file) => file.Symbols.Single(symbol => symbol.Name.Contains(WaitForTick, StringComparison.Ordinal));

    private static ulong AddressOf(ElfFile file, string symbol) => file.Symbols.Single(candidate => candidate.Name == symbol).Value;

    private static BenchFigure Count(string workload, string variant, long count) => new(workload, variant, count, 0, count, "instructions");
}
