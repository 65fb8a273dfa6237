using System.Buffers.Binary;
using Tarn.Unwinding;

namespace Tarn.Sdk.Tool.Unwinding;

/// <summary>Writes the table of functions that <see cref="FunctionTable"/> reads: its form is described there.</summary>
internal static class FunctionTableWriter
{
    // More make a smaller table, and longer ways through a block.
    private const int FunctionsPerBlock = 4;

    /// <summary>Writes a table.</summary>
    /// <param name="functions">The functions, by address; none begins inside of another.</param>
    /// <param name="clausesStart">The address that clauses are counted from.</param>
    /// <exception cref="InvalidDataException">The table cannot hold that many programs.</exception>
    public static byte[] Write(IReadOnlyList<FunctionFrame> functions, ulong clausesStart)
    {
        // Those that are used most have the smaller numbers. Among the others the order is that of the functions, so that the same image gives the same bytes.
        var programs = functions.Select(function => function.Program).OfType<FrameProgram>().GroupBy(program => program)
            .OrderBy(group => group.Key.IsInterrupt).ThenByDescending(group => group.Count()).Select(group => group.Key).ToList();
        var numbers = programs.Index().ToDictionary(program => program.Item, program => program.Index + 1);
        if (programs.Count >= ushort.MaxValue || programs.Sum(program => program.Instructions.Length) > ushort.MaxValue)
        {
            throw new InvalidDataException("the functions of the image are left in more ways than the table has room for");
        }

        var blockCount = (functions.Count + FunctionsPerBlock - 1) / FunctionsPerBlock;
        var table = new List<byte>(new byte[FunctionTable.HeaderLength + (FunctionTable.BlockLength * blockCount)]);
        var end = 0;
        foreach (var program in programs)
        {
            end += program.Instructions.Length;
            table.AddRange([(byte)end, (byte)(end >> 8)]);
        }

        table.AddRange(programs.SelectMany(program => program.Instructions.ToArray()));
        var first = functions.Count == 0 ? 0 : functions[0].Start;
        var blocks = new List<(uint Start, uint Position)>();
        foreach (var (index, function) in functions.Index())
        {
            if (index % FunctionsPerBlock == 0)
            {
                blocks.Add((checked((uint)(function.Start - first)), (uint)table.Count));
            }
            else
            {
                var distance = checked((uint)(function.Start - functions[index - 1].Start));
                AppendNumber(table, distance % FunctionTable.CodeAlignment == 0 ? distance / FunctionTable.CodeAlignment * 2 : checked((distance * 2) + 1));
            }

            var number = function.Program is null ? 0 : (ulong)numbers[function.Program];
            AppendNumber(table, (number * 2) + (function.Clauses == 0 ? 0u : 1u));
            if (function.Clauses != 0)
            {
                AppendNumber(table, checked(function.Clauses - clausesStart));
                AppendNumber(table, checked(function.Start - function.MethodStart));
            }
        }

        var bytes = table.ToArray();
        var header = bytes.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(header, FunctionTable.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)bytes.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(header[8..], first);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], functions.Count == 0 ? 0 : checked((uint)(functions[^1].End - first)));
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], (uint)blockCount);
        BinaryPrimitives.WriteUInt16LittleEndian(header[24..], (ushort)programs.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(header[26..], (ushort)(1 + programs.Count(program => !program.IsInterrupt)));
        foreach (var (index, block) in blocks.Index())
        {
            var entry = header[(FunctionTable.HeaderLength + (FunctionTable.BlockLength * index))..];
            BinaryPrimitives.WriteUInt32LittleEndian(entry, block.Start);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], block.Position);
        }

        return bytes;
    }

    private static void AppendNumber(List<byte> table, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            table.Add((byte)(value | 0x80));
        }

        table.Add((byte)value);
    }
}
