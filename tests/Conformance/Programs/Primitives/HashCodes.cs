using System;

namespace Tarn.Conformance;

/// <summary>
/// Combined hash codes: the same for the same values, and spread. .NET seeds them at random, so the codes themselves are not shown.
/// </summary>
public static class HashCodes
{
    public static void Run()
    {
        Console.WriteLine(HashCode.Combine(1, 2) == HashCode.Combine(1, 2));
        Console.WriteLine(HashCode.Combine(1, 2) == HashCode.Combine(2, 1));
        Console.WriteLine(HashCode.Combine<string?>(null) == HashCode.Combine(0));
        Console.WriteLine(HashCode.Combine("a", 2.5, 'c', true, 5L, (byte)6, 7u, 8) == HashCode.Combine("a", 2.5, 'c', true, 5L, (byte)6,
            7u, 8));
        var code = default(HashCode);
        code.Add(1);
        code.Add(2);
        code.Add(3);
        code.Add(4);
        code.Add(5);
        Console.WriteLine(code.ToHashCode() == HashCode.Combine(1, 2, 3, 4, 5));
        Console.WriteLine(default(HashCode).ToHashCode() == new HashCode().ToHashCode());
        var bytes = default(HashCode);
        bytes.AddBytes([1, 0, 0, 0, 2, 0, 0, 0, 3]);
        Console.WriteLine(bytes.ToHashCode() == HashCode.Combine(1, 2, 3));
        var used = new bool[1 << 12];
        var collisions = 0;
        for (var i = 0; i < 1 << 10; i++)
        {
            var slot = HashCode.Combine(i, i / 3) & (used.Length - 1);
            collisions += used[slot] ? 1 : 0;
            used[slot] = true;
        }

        // About 1024 squared / (2 x 4096) = 128 are to be expected.
        Console.WriteLine(collisions is > 40 and < 250);
    }
}
