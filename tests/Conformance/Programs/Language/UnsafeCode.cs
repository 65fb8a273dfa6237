using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarn.Conformance;

/// <summary>Pointers, fixed buffers, function pointers, explicit layout, reinterpretation.</summary>
public static unsafe class UnsafeCode
{
    private struct Header
    {
        public fixed byte Magic[4];
        public int Length;
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct Overlaid
    {
        [FieldOffset(0)]
        public uint Whole;

        [FieldOffset(0)]
        public byte Low;

        [FieldOffset(2)]
        public ushort High;
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

    public static void Run()
    {
        int[] numbers = [10, 20, 30, 40];
        fixed (int* first = numbers)
        {
            var pointer = first;
            *pointer++ += 1;
            pointer[1] = 99;
            Console.WriteLine(*(first + 2) + " " + (pointer - first) + " " + (first < pointer));
        }

        Console.WriteLine(string.Join(",", numbers));
        fixed (char* text = "fixed")
        {
            var length = 0;
            for (var c = text; *c != '\0'; c++)
            {
                length++;
            }

            Console.WriteLine(length);
        }

        var header = new Header { Length = 7 };
        for (var i = 0; i < 4; i++)
        {
            header.Magic[i] = (byte)('A' + i);
        }

        var copy = header;
        copy.Magic[0] = (byte)'Z';
        Console.WriteLine(new string((sbyte*)header.Magic, 0, 4) + (char)copy.Magic[0] + sizeof(Header));

        var overlaid = new Overlaid { Whole = 0x12345678 };
        overlaid.High = 0xABCD;
        Console.WriteLine(overlaid.Whole.ToString("X") + overlaid.Low.ToString("X") + sizeof(Overlaid) + sizeof(Packed));
        Node* list = null;
        var nodes = stackalloc Node[3];
        for (var i = 0; i < 3; i++)
        {
            nodes[i] = new Node { Value = i, Next = list };
            list = &nodes[i];
        }

        for (; list is not null; list = list->Next)
        {
            Console.Write(list->Value + " ");
        }

        Console.WriteLine();
        delegate*<int, int, int> operation = &Add;
        Console.WriteLine(operation(2, 3) + Apply(&Multiply, 4, 5));
        double pi = 3.141592653589793;
        Console.WriteLine(
            (*(ulong*)&pi).ToString("X16") + " " + BitConverter.DoubleToInt64Bits(pi).ToString("X16") + " " +
            Unsafe.BitCast<float, int>(1.5f));
        var value = 0x01020304;
        var bytes = new ReadOnlySpan<byte>(&value, sizeof(int));
        Console.WriteLine(bytes[0] + "" + bytes[3]);
        void* untyped = &value;
        Console.WriteLine(*(short*)untyped + " " + ((nint)untyped % 4));
        ref var reference = ref Unsafe.AsRef<int>(untyped);
        reference++;
        Console.WriteLine(value.ToString("X"));
        int** indirect = stackalloc int*[2];
        indirect[0] = &value;
        **indirect = 5;
        Console.WriteLine(value + " " + (indirect[1] == null));
        Console.WriteLine(
            Unsafe.Add(ref numbers[0], 3) + " " + Unsafe.AreSame(ref numbers[1], ref Unsafe.Add(ref numbers[0], 1)) + " " +
            Unsafe.SizeOf<Packed>());
        nuint size = (nuint)sizeof(nint);
        Console.WriteLine(size == (nuint)nint.Size);
        Unsafe.InitBlockUnaligned(nodes, 0xFF, 4);
        Console.WriteLine(nodes[0].Value);
        var block = stackalloc long[4];
        Unsafe.CopyBlockUnaligned(block, &pi, 8);
        Console.WriteLine(BitConverter.Int64BitsToDouble(block[0]));
    }

    private static int Add(int a, int b) => a + b;

    private static int Multiply(int a, int b) => a * b;

    private static int Apply(delegate*<int, int, int> operation, int a, int b) => operation(a, b);
}
