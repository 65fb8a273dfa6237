using System.Globalization;
using Tarn.Sdk.Tool.Elf;
using Tarn.Unwinding;

namespace Tarn.Sdk.Tool.Unwinding;

/// <summary>How the frames of all functions of a linked image are left.</summary>
internal sealed class ImageFunctions
{
    private const string ClausesStartSymbol = "tarn_data_start", ClausesEndSymbol = "tarn_data_end";

    private readonly ulong _clausesStart;

    private ImageFunctions(IReadOnlyList<FunctionFrame> functions, ulong clausesStart)
    {
        Functions = functions;
        _clausesStart = clausesStart;
        Table = FunctionTableWriter.Write(functions, clausesStart);
    }

    /// <summary>The functions by address, and between them the code of which nothing is known.</summary>
    public IReadOnlyList<FunctionFrame> Functions { get; }

    /// <summary>The table for the image.</summary>
    public byte[] Table { get; }

    /// <summary>What the table costs, in one line.</summary>
    public string Summary
    {
        get
        {
            var programs = Functions.Select(function => function.Program).OfType<FrameProgram>().ToList();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{programs.Count} functions are left in {programs.Distinct().Count()} ways, which is told in {Table.Length} bytes");
        }
    }

    /// <summary>Takes what the compiler and the assembler said from an image that was linked with it.</summary>
    /// <exception cref="InvalidDataException">That is not written as the kernel is made for, or not in full.</exception>
    public static ImageFunctions Of(ElfFile image)
    {
        var (clausesStart, clausesEnd) = (AddressOf(image, ClausesStartSymbol), AddressOf(image, ClausesEndSymbol));
        var known = FrameSection.Read(image);

        // Between two functions there is padding, or code that has a symbol and no directives.
        var symbols = image.Symbols
            .Where(symbol => symbol.Section != 0 && symbol.Section < image.Sections.Count && image.Sections[symbol.Section].IsCode)
            .Select(symbol => symbol.Value).Distinct().Order().ToList();
        var functions = new List<FunctionFrame>();
        foreach (var (index, function) in known.Index())
        {
            if (function.Clauses != 0 && (function.Clauses < clausesStart || function.Clauses >= clausesEnd || function.MethodStart > function.Start))
            {
                throw new InvalidDataException($"the handlers of the function at 0x{function.Start:x} are not where handlers can be");
            }

            functions.Add(function);
            if (index + 1 == known.Count)
            {
                break;
            }

            var next = known[index + 1].Start;
            if (next < function.End)
            {
                throw new InvalidDataException($"the function at 0x{next:x} begins inside of another");
            }

            var found = symbols.BinarySearch(function.End);
            var symbol = found < 0 ? ~found : found;
            if (next - function.End >= FunctionTable.CodeAlignment || (symbol < symbols.Count && symbols[symbol] < next))
            {
                functions.Add(new FunctionFrame(function.End, next, null, 0, function.End));
            }
        }

        return new ImageFunctions(functions, clausesStart);
    }

    /// <summary>Looks every function up in the table, with the kernel's own reader.</summary>
    /// <returns>Null if all is right; else what is wrong.</returns>
    public unsafe string? FindMistake()
    {
        fixed (byte* table = Table)
        {
            var tables = new UnwindTables(new MemoryRange(table, table + Table.Length), new MemoryRange((byte*)_clausesStart, (byte*)_clausesStart), 0, 0);
            foreach (var function in Functions)
            {
                foreach (var address in new[] { function.Start, function.End - 1 })
                {
                    if (FunctionTable.TryFind(in tables, address, out var description) ? !Says(in description, function) : function.Program is not null)
                    {
                        return $"the function at 0x{function.Start:x} is not found by 0x{address:x}";
                    }
                }
            }
        }

        return null;
    }

    private static unsafe bool Says(in FrameDescription description, FunctionFrame function)
    {
        if (function.Program is null)
        {
            return false;
        }

        var instructions = new List<byte>();
        for (var reader = description.Instructions; reader.HasMore;)
        {
            instructions.Add(reader.ReadByte());
        }

        return description.Start == function.Start && function.Program.Instructions.SequenceEqual(instructions.ToArray())
            && description.IsInterrupt == function.Program.IsInterrupt && (ulong)description.Clauses == function.Clauses
            && (function.Clauses == 0 || description.MethodStart == function.MethodStart);
    }

    private static ulong AddressOf(ElfFile image, string name) =>
        image.Symbols.FirstOrDefault(symbol => symbol.Name == name)?.Value ?? throw new InvalidDataException($"there is no symbol {name}");
}
