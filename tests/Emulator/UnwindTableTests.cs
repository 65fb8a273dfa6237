using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Sdk.Tool.Elf;
using Tarn.Unwinding;

namespace Tarn.Tests.Emulator;

/// <summary>The table for unwinding says of real images what compiler and assembler said: binutils' readelf, which reads that by itself, is the judge.</summary>
[TestFixture]
public sealed unsafe partial class UnwindTableTests
{
    private const int FakeStackSize = 1 << 20;
    private const int RegisterDistance = 1 << 10;
    private const int PaddingBelow = 16;
    private const string Expression = "exp";

    // By DWARF's numbers.
    private static readonly string[] RegisterNames =
        ["rax", "rdx", "rcx", "rbx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "ra"];

    private static IEnumerable<string> RealImages =>
        [Images.Reference, .. Images.Variants.Take(1).Select(Images.TestKernel), Images.Misbehaving];

    /// <summary>At every address of every function the caller's registers come out as readelf's table says.</summary>
    [Test]
    public void AtEveryAddressTheCallersRegistersAreRight([ValueSource(nameof(RealImages))] string image)
    {
        var table = ElfFile.Read(image).Sections.Single(section => section.Name == ".tarn_unwind").Content;
        var memory = (byte*)NativeMemory.AlignedAlloc(2 * FakeStackSize, 4096);
        for (var slot = (ulong*)memory; slot < memory + (2 * FakeStackSize); slot++)
        {
            *slot = ValueAt((ulong)slot);
        }

        fixed (byte* start = table.Span)
        {
            // Handlers are not read here.
            var tables = new UnwindTables(new MemoryRange(start, start + table.Length), default, 0, 0);
            var functions = ReadFunctions(Path.ChangeExtension(image, ".debug"));
            Assert.That(functions, Has.Count.GreaterThan(200));
            var end = 0ul;
            foreach (var function in functions)
            {
                // In front of a function ends the one before, or padding, or what nobody knows a way out of.
                if (function.Start >= end + PaddingBelow)
                {
                    Assert.That(FunctionTable.TryFind(in tables, end, out _), Is.False);
                    Assert.That(FunctionTable.TryFind(in tables, function.Start - 1, out _), Is.False);
                }

                for (var address = function.Start; address < function.End; address++)
                {
                    var row = function.Rows.Last(row => row.Address <= address);
                    var registers = RegistersAt(address, memory);
                    var isFound = FunctionTable.TryFind(in tables, address, out var description);
                    Assert.That(isFound && description.Start == function.Start, () => $"0x{address:x}");
                    var hasExpression = function.Rows.Any(row => row.Address <= address && row.Cfa == Expression);
                    Check(row, registers, in description, hasExpression, address);
                }

                end = function.End;
            }

            Assert.That(FunctionTable.TryFind(in tables, end, out _), Is.False);
        }

        NativeMemory.AlignedFree(memory);
    }

    private static void Check(Row row, Registers before, in FrameDescription description, bool hasExpression, ulong address)
    {
        // An expression is not understood, nor what comes behind it, a return address that is undefined is that of nobody, and a caller's frame lies above.
        var cfa = CfaPattern().Match(row.Cfa);
        var frame = cfa.Success
            ? before[Array.IndexOf(RegisterNames, cfa.Groups[1].Value)] + (ulong)long.Parse(cfa.Groups[2].Value, CultureInfo.InvariantCulture)
            : 0;
        var isKnown = !hasExpression && row.Rules["ra"] != "u" && (description.IsInterrupt || frame > before.StackPointer);
        var after = before;
        Assert.That(FrameUnwinder.TryUnwind(in description, ref after), Is.EqualTo(isKnown), () => $"0x{address:x}");
        if (!isKnown)
        {
            return;
        }

        for (var number = 0; number < RegisterNames.Length; number++)
        {
            var rule = row.Rules.GetValueOrDefault(RegisterNames[number], "u");
            var other = OtherRegisterPattern().Match(rule);
            var expected = rule switch
            {
                "u" or "s" => number == Registers.StackPointerNumber ? frame : before[number],
                ['c', .. var offset] => ValueAt(frame + (ulong)long.Parse(offset, CultureInfo.InvariantCulture)),
                _ when other.Success => before[int.Parse(other.Groups[1].Value, CultureInfo.InvariantCulture)],
                _ => throw new InvalidDataException($"This rule is unknown: {rule}"),
            };
            Assert.That(after[number], Is.EqualTo(expected), () => $"0x{address:x} {RegisterNames[number]}");
        }

        Assert.That(after.IsExact, Is.EqualTo(description.IsInterrupt));
    }

    private static ulong ValueAt(ulong address) => address ^ 0x5A5A_0000_0000_0000;

    // The stack pointer is lowest: every frame lies above it.
    private static Registers RegistersAt(ulong address, byte* memory)
    {
        var registers = default(Registers);
        for (var number = 0; number < RegisterNames.Length; number++)
        {
            registers[number] = (ulong)memory + FakeStackSize + (ulong)((number + 1) * RegisterDistance);
        }

        registers.StackPointer = (ulong)memory + (FakeStackSize / 2);
        registers.InstructionPointer = address;
        registers.IsExact = true;
        return registers;
    }

    private static List<Function> ReadFunctions(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("readelf", ["--debug-dump=frames-interp", "--wide", path]) { RedirectStandardOutput = true })!;
        var common = new Dictionary<string, Row>();
        var functions = new List<Function>();
        List<string> columns = [];
        var entry = "";
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (EntryPattern().Match(line) is { Success: true } found)
            {
                entry = found.Groups[1].Value;
                columns = [];
                if (found.Groups[2].Success)
                {
                    var start = Hexadecimal(found.Groups[3].Value);
                    functions.Add(new Function(start, Hexadecimal(found.Groups[4].Value), [common[found.Groups[2].Value] with { Address = start }]));
                }
            }
            else if (line.TrimStart().StartsWith("LOC", StringComparison.Ordinal))
            {
                columns = [.. Words(line)];
            }
            else if (line.Contains("terminator", StringComparison.Ordinal))
            {
                columns = [];
            }
            else if (columns.Count != 0 && Words(RegisterNameInBrackets().Replace(line, "")) is { Count: > 0 } cells)
            {
                var row = new Row(Hexadecimal(cells[0]), cells[1], columns.Zip(cells).Skip(2).ToDictionary(pair => pair.First, pair => pair.Second));
                if (row.Address == 0)
                {
                    common[entry] = row;
                }
                else
                {
                    functions[^1].Rows.Add(row);
                }
            }
        }

        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero);
        return [.. functions.OrderBy(function => function.Start)];
    }

    private static List<string> Words(string line) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static ulong Hexadecimal(string text) => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([0-9a-f]{8,16}) [0-9a-f]+ [0-9a-f]+ (?:CIE|FDE cie=([0-9a-f]+) pc=([0-9a-f]+)\\.\\.([0-9a-f]+))")]
    private static partial Regex EntryPattern();

    [GeneratedRegex("^(r[a-z0-9]+)([+-][0-9]+)$")]
    private static partial Regex CfaPattern();

    [GeneratedRegex("^r([0-9]+)$")]
    private static partial Regex OtherRegisterPattern();

    [GeneratedRegex(" \\(r[a-z0-9]+\\)")]
    private static partial Regex RegisterNameInBrackets();

    /// <summary>How to leave a frame from an address on.</summary>
    private sealed record Row(ulong Address, string Cfa, IReadOnlyDictionary<string, string> Rules);

    private sealed record Function(ulong Start, ulong End, List<Row> Rows);
}
