using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarn.Conformance;

/// <summary>What Unsafe and MemoryMarshal make of memory.</summary>
public static unsafe class UnsafeOperations
{
    private struct Pair
    {
        public int Left;
        public int Right;
    }

    private sealed class Cell
    {
        public long Value = 7;
    }

    public static void Run()
    {
        int[] numbers = [1, 2, 3, 4, 5];
        ref var first = ref MemoryMarshal.GetArrayDataReference(numbers);
        Console.WriteLine(
            $"{Unsafe.Add(ref first, 2)} {Unsafe.Subtract(ref Unsafe.Add(ref first, 4), 1)} {Unsafe.AddByteOffset(ref first, (nint)4)} " +
            $"{Unsafe.ByteOffset(ref first, ref numbers[3])}");
        Console.WriteLine(
            $"{Unsafe.SizeOf<Pair>()} {Unsafe.SizeOf<string>()} {Unsafe.SizeOf<byte>()} {Unsafe.AreSame(ref first, ref numbers[0])} " +
            $"{Unsafe.IsAddressLessThan(ref first, ref numbers[1])} {Unsafe.IsAddressGreaterThan(ref first, ref numbers[1])}");
        ref var pair = ref Unsafe.As<int, Pair>(ref numbers[1]);
        pair.Right = 30;
        Console.WriteLine($"{pair.Left} {numbers[2]}");
        object text = "text";
        Console.WriteLine(Unsafe.As<string>(text).Length);
        Console.WriteLine(
            $"{Unsafe.BitCast<float, int>(1f)} {Unsafe.BitCast<long, double>(4611686018427387904)} " +
            $"{Unsafe.BitCast<Pair, long>(new Pair { Left = 1, Right = 2 })}");
        object boxed = 5;
        Unsafe.Unbox<int>(boxed) = 6;
        Console.WriteLine(boxed);
        var bytes = stackalloc byte[16];
        Unsafe.InitBlock(bytes, 0x11, 16);
        Unsafe.WriteUnaligned(bytes + 3, 0x0102030405060708L);
        Console.WriteLine($"{Unsafe.ReadUnaligned<long>(bytes + 3)} {Unsafe.ReadUnaligned<ushort>(bytes + 10)} {Unsafe.Read<int>(bytes)}");
        Unsafe.CopyBlock(bytes + 12, bytes + 3, 4);
        Console.WriteLine(Unsafe.ReadUnaligned<int>(bytes + 12));
        Unsafe.Write(bytes, (short)-2);
        Console.WriteLine(*(short*)bytes);
        Unsafe.SkipInit(out int skipped);
        skipped = 3;
        Console.WriteLine(skipped);
        Console.WriteLine($"{Unsafe.IsNullRef(ref Unsafe.NullRef<int>())} {Unsafe.IsNullRef(ref first)}");
        Console.WriteLine((nint)Unsafe.AsPointer(ref *bytes) == (nint)bytes);

        Span<int> span = numbers;
        var view = MemoryMarshal.AsBytes(span);
        Console.WriteLine(
            $"{view.Length} {view[8]} {MemoryMarshal.Cast<byte, short>(view).Length} {MemoryMarshal.Cast<int, long>(span).Length} " +
            $"{MemoryMarshal.Cast<int, Pair>(span)[0].Right}");
        Console.WriteLine(
            $"{MemoryMarshal.Read<int>(view[4..])} {MemoryMarshal.TryRead(view[18..], out int _)} {MemoryMarshal.GetReference(span)}");
        MemoryMarshal.Write(view[1..], 0x7F000000);
        Console.WriteLine(numbers[0]);
        var single = 9;
        var one = MemoryMarshal.CreateSpan(ref single, 1);
        one[0]++;
        Console.WriteLine($"{single} {MemoryMarshal.CreateReadOnlySpan(ref single, 1).Length}");
        MemoryMarshal.AsRef<Pair>(view).Right = 44;
        Console.WriteLine(numbers[1]);
        Array array = numbers;
        Console.WriteLine(MemoryMarshal.GetArrayDataReference(array));
        Console.WriteLine(
            $"{RuntimeHelpers.IsReferenceOrContainsReferences<Pair>()} {RuntimeHelpers.IsReferenceOrContainsReferences<Cell>()} " +
            $"{RuntimeHelpers.IsReferenceOrContainsReferences<(int, string)>()}");
    }
}
