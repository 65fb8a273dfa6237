using Tarn.Sdk.Tool.Names;

namespace Tarn.Tests.Host.Names;

/// <summary>Methods and types as an image might have them, from a seed.</summary>
internal sealed record RandomImage(IReadOnlyList<NamedMethod> Methods, ulong CodeEnd, IReadOnlyList<NamedType> Types)
{
    private static readonly string[] Words =
        ["Read", "Write", "get_", "Frame", "Page", "Table", "Ünïcode", "字", "😀", "x", "<Run>b__", "0_", "Try", "System", "op_"];

    private static readonly string[] Parameters = ["", "Int32", "UInt64, Int32&", "Span`1, ReadOnlySpan`1", "Byte*", "T[]", "T, U"];

    /// <summary>Makes an image.</summary>
    public static RandomImage Create(int seed, int methodCount, ulong codeStart, ulong dataStart)
    {
        var random = new Random(seed);
        var types = new List<NamedType>();
        var declaring = new List<string?> { null };
        var address = dataStart;
        for (var index = 0; index < methodCount / 4; index++)
        {
            var name = $"{Word(random)}.{Word(random)}{index}{(random.Next(3) == 0 ? "+" + Word(random) : "")}";
            name += random.Next(4) == 0 ? "`1[T]" : "";
            declaring.Add(name);
            if (random.Next(2) == 0)
            {
                types.Add(new NamedType(address, name));
                address += (ulong)random.Next(1, 500) * 8;
            }
        }

        var methods = new List<NamedMethod>();
        var type = declaring[0];
        address = codeStart;
        for (var index = 0; index < methodCount; index++)
        {
            type = random.Next(4) == 0 ? declaring[random.Next(declaring.Count)] : type;
            var name = random.Next(12) == 0 ? "" : $"{Word(random)}{Word(random)}({Parameters[random.Next(Parameters.Length)]})";
            methods.Add(new NamedMethod(address, name.Length == 0 ? null : type, name));
            address += random.Next(3) switch
            {
                0 => (ulong)random.Next(1, 100_000),
                1 => 16 * (ulong)random.Next(1, 20),
                _ => 16 * (ulong)random.Next(1, 2000),
            };
        }

        return new RandomImage(methods, address, types);
    }

    /// <summary>What a look-up of a method is to say; null where there is no name.</summary>
    public static string? TextOf(NamedMethod method) =>
        method.Name.Length == 0 ? null
        : method.DeclaringType is null ? method.Name
        : $"{method.DeclaringType.Split('[')[0].Replace('+', '.')}.{method.Name}";

    /// <summary>The image's table.</summary>
    public byte[] Write() => NameTableWriter.Write(Methods, CodeEnd, Types);

    private static string Word(Random random) => Words[random.Next(Words.Length)];
}
