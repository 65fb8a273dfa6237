using Iced.Intel;
using Tarn.Sdk.Tool.Elf;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>A function of an image as a page shows it: an instruction a line, labels for where its own branches go, and other functions by name.</summary>
internal static class MachineListing
{
    /// <summary>Takes a function apart.</summary>
    /// <param name="image">The path of an ELF file with symbols.</param>
    /// <param name="symbol">The function.</param>
    public static IReadOnlyList<string> Of(string image, string symbol)
    {
        var file = ElfFile.Read(image);
        var start = file.Symbols.Single(candidate => candidate.Name == symbol).Value;
        var size = file.Symbols.Where(candidate => candidate.Value == start).Max(candidate => candidate.Size);
        var section = file.Sections.Single(candidate => candidate.Holds(start));
        var decoder = Decoder.Create(64, new ByteArrayCodeReader(section.Content.Slice((int)(start - section.Address), (int)size).ToArray()));
        decoder.IP = start;
        var instructions = new List<Instruction>();
        while (decoder.IP < start + size)
        {
            instructions.Add(decoder.Decode());
        }

        // A computed jump has the address of an instruction, too.
        var targets = instructions.Where(instruction => instruction.IsJccShortOrNear || instruction.IsJmpShortOrNear || instruction.IsIPRelativeMemoryOperand)
            .Select(instruction => instruction.IsIPRelativeMemoryOperand ? instruction.IPRelativeMemoryAddress : instruction.NearBranchTarget)
            .Where(target => target > start && target < start + size)
            .Distinct().Order().ToList();
        var formatter = new IntelFormatter(new Names(file, targets));
        formatter.Options.HexPrefix = "0x";
        formatter.Options.HexSuffix = null;
        formatter.Options.SpaceAfterOperandSeparator = true;
        formatter.Options.ShowBranchSize = false;
        formatter.Options.UppercaseHex = false;
        formatter.Options.RipRelativeAddresses = false;
        var lines = new List<string>();
        var output = new StringOutput();
        foreach (var instruction in instructions)
        {
            if (targets.IndexOf(instruction.IP) is >= 0 and var label)
            {
                lines.Add($"{label + 1}:");
            }

            formatter.Format(instruction, output);
            lines.Add(output.ToStringAndReset());
        }

        return lines;
    }

    /// <summary>A page's listing as this class writes one: without comments.</summary>
    public static IReadOnlyList<string> WithoutComments(IEnumerable<string> lines) =>
        [.. lines.Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)];

    private sealed class Names(ElfFile file, List<ulong> labels) : ISymbolResolver
    {
        private const string Statics = "__NONGCSTATICS";

        public bool TryGetSymbol(in Instruction instruction, int operand, int instructionOperand, ulong address, int addressSize, out SymbolResult symbol)
        {
            var label = labels.IndexOf(address);
            var name = label >= 0
                ? $"{label + 1}"
                : file.Symbols.Where(candidate => candidate.Value == address && candidate.Name.Length > 0 && candidate.Section < file.Sections.Count)
                    .Select(candidate => Shorten(candidate.Name)).FirstOrDefault();
            symbol = name is null ? default : new SymbolResult(address, name);
            return name is not null;
        }

        private static string Shorten(string name) =>
            name.StartsWith(Statics, StringComparison.Ordinal) ? $"statics_of_{name.Split('_')[^1]}" : name.Split("__")[^1];
    }
}
