using Iced.Intel;
using Tarn.Sdk.Tool.Elf;

namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>
/// What a program's compiled code and data ask for outside of the program: every function and datum that they refer to and that does not
/// come from the program. A call within a section needs no relocation, so the code is disassembled, too.
/// </summary>
internal static class ProgramDemands
{
    // String literals carry a hash of their text, and the words that the runtime writes to are storage: neither is asked of anyone.
    private static readonly string[] Unasked = ["__Str_", "__writableData", "_lsda", "__ehinfo"];

    /// <summary>The symbols that the program asks for, sorted.</summary>
    /// <param name="file">The object.</param>
    /// <param name="assemblyName">The program's assembly, whose name is in every symbol that comes from it.</param>
    public static IReadOnlyList<string> Of(ElfFile file, string assemblyName)
    {
        var demands = new SortedSet<string>(StringComparer.Ordinal);
        var marker = assemblyName + "_";
        var sectionsWithSymbols = file.Symbols
            .Where(symbol => symbol.Name.Length != 0 && !symbol.IsUndefined)
            .GroupBy(symbol => symbol.Section)
            .ToDictionary(group => group.Key, group => group.OrderBy(symbol => symbol.Value).ToList());

        foreach (var relocation in file.Relocations)
        {
            if (!relocation.Section.Name.StartsWith(".debug", StringComparison.Ordinal)
                && relocation.Section.Name != ".eh_frame"
                && IsOwn(NamesAround(relocation.Section.Index, relocation.Offset)))
            {
                Add(relocation.Symbol.Name.Length != 0
                    ? [relocation.Symbol.Name]
                    : NamesAround(relocation.Symbol.Section, (ulong)relocation.Addend));
            }
        }

        foreach (var section in file.Sections.Where(section => section.IsCode))
        {
            var symbols = sectionsWithSymbols.GetValueOrDefault(section.Index, []);
            foreach (var function in symbols.Where(symbol => symbol.Size != 0 && IsOwn(NamesAround(section.Index, symbol.Value))))
            {
                foreach (var target in BranchTargets(section.Content.Span.Slice((int)function.Value, (int)function.Size), function.Value))
                {
                    if (target < function.Value || target >= function.Value + function.Size)
                    {
                        Add(NamesAround(section.Index, target));
                    }
                }
            }
        }

        return [.. demands];

        bool IsOwn(IReadOnlyList<string> names) => names.Any(name => name.Contains(marker, StringComparison.Ordinal));

        void Add(IReadOnlyList<string> names)
        {
            if (names.Count != 0 && !IsOwn(names) && !Unasked.Any(prefix => names[0].StartsWith(prefix, StringComparison.Ordinal)))
            {
                demands.Add(string.Join(" = ", names));
            }
        }

        // The names of the last symbol at or before an offset: several, where a method is exported under a further name.
        IReadOnlyList<string> NamesAround(int section, ulong offset)
        {
            var symbols = sectionsWithSymbols.GetValueOrDefault(section, []);
            var value = symbols.LastOrDefault(symbol => symbol.Value <= offset)?.Value;
            return [.. symbols.Where(symbol => symbol.Value == value).Select(symbol => symbol.Name).Order(StringComparer.Ordinal)];
        }
    }

    private static List<ulong> BranchTargets(ReadOnlySpan<byte> code, ulong address)
    {
        var targets = new List<ulong>();
        var decoder = Decoder.Create(64, code.ToArray(), address);
        while (decoder.IP < address + (ulong)code.Length)
        {
            var instruction = decoder.Decode();

            // A displacement of zero is what the linker fills in: the relocation was counted already.
            if (instruction.FlowControl is FlowControl.Call or FlowControl.UnconditionalBranch or FlowControl.ConditionalBranch
                && instruction.Op0Kind == OpKind.NearBranch64
                && instruction.NearBranchTarget != instruction.NextIP)
            {
                targets.Add(instruction.NearBranchTarget);
            }
        }

        return targets;
    }
}
