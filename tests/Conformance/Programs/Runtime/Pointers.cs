using System;
using System.Runtime.InteropServices;

namespace Tarn.Conformance;

/// <summary>Pointers to pinned arrays, strings and structs; explicit layouts; arithmetic and comparisons.</summary>
public static unsafe class Pointers
{
    [StructLayout(LayoutKind.Explicit)]
    private struct Overlay
    {
        [FieldOffset(0)]
        public uint Word;

        [FieldOffset(0)]
        public byte Low;

        [FieldOffset(3)]
        public byte High;

        [FieldOffset(0)]
        public float Real;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Packed
    {
        public byte A;
        public long B;
        public short C;
    }

    private struct Node
    {
        public int Value;
        public Node* Next;
    }

    private static int SumOf(Node* node)
    {
        var sum = 0;
        for (; node != null; node = node->Next)
        {
            sum += node->Value;
        }

        return sum;
    }

    public static void Run()
    {
        int[] numbers = [1, 2, 3, 4];
        fixed (int* first = numbers)
        {
            *first = 10;
            first[1] += 5;
            *(first + 3) = *first + first[1];
            Console.WriteLine($"{(first + 3) - first} {(byte*)(first + 1) - (byte*)first} {first < first + 1}");
        }

        Console.WriteLine($"{numbers[0]} {numbers[1]} {numbers[3]}");
        fixed (char* text = "pinned")
        {
            Console.WriteLine($"{text[0]} {text[5]} {(int)text[6]}");
        }

        fixed (int* none = Array.Empty<int>())
        {
            Console.WriteLine(none == null);
        }

        var overlay = new Overlay { Word = 0x3F800000 };
        Console.WriteLine($"{overlay.Low} {overlay.High} {overlay.Real} {sizeof(Overlay)}");
        overlay.Real = -2;
        Console.WriteLine(overlay.Word);
        Console.WriteLine($"{sizeof(Packed)} {sizeof(Node)} {sizeof(nint)} {sizeof(char)}");
        var packed = new Packed { A = 1, B = -1, C = 2 };
        var bytes = (byte*)&packed;
        Console.WriteLine($"{bytes[0]} {bytes[1]} {bytes[8]} {bytes[9]} {bytes[10]}");
        Node third = new() { Value = 3 };
        Node second = new() { Value = 20, Next = &third };
        Node start = new() { Value = 100, Next = &second };
        Console.WriteLine(SumOf(&start));
        var address = (nuint)(&start);
        Console.WriteLine(((Node*)address)->Value);
        void* anything = &second;
        Console.WriteLine(((Node*)anything)->Next->Value);
    }
}
