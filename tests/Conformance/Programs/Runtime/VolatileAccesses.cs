using System;
using System.Threading;

namespace Tarn.Conformance;

/// <summary>Volatile fields and the methods of Volatile, on every type they take.</summary>
public static class VolatileAccesses
{
    private static volatile int s_flag;
    private static volatile string? s_text;
    private static volatile bool s_done;

    private sealed class Cell
    {
        public volatile byte Small;
        public volatile float Real;
        public long Big;
        public double Wide;
        public object? Thing;
    }

    public static void Run()
    {
        s_flag = 5;
        s_flag += 2;
        s_text = "volatile";
        s_done = true;
        Console.WriteLine($"{s_flag} {s_text} {s_done}");
        var cell = new Cell { Small = 255, Real = 0.5f };
        Volatile.Write(ref cell.Big, long.MinValue);
        Volatile.Write(ref cell.Wide, -0.125);
        Volatile.Write(ref cell.Thing, "thing");
        Console.WriteLine(
            $"{cell.Small} {cell.Real} {Volatile.Read(ref cell.Big)} {Volatile.Read(ref cell.Wide)} {Volatile.Read(ref cell.Thing)}");
        var boolean = false;
        Volatile.Write(ref boolean, true);
        sbyte signed = 0;
        Volatile.Write(ref signed, -5);
        short medium = 0;
        Volatile.Write(ref medium, -500);
        ushort unsigned = 0;
        Volatile.Write(ref unsigned, 50000);
        uint word = 0;
        Volatile.Write(ref word, 4000000000);
        ulong doubleWord = 0;
        Volatile.Write(ref doubleWord, ulong.MaxValue);
        nint native = 0;
        Volatile.Write(ref native, -9);
        nuint unsignedNative = 0;
        Volatile.Write(ref unsignedNative, 9);
        float real = 0;
        Volatile.Write(ref real, 1.5f);
        string text = "";
        Volatile.Write(ref text, "written");
        Console.WriteLine(
            $"{Volatile.Read(ref boolean)} {Volatile.Read(ref signed)} {Volatile.Read(ref medium)} {Volatile.Read(ref unsigned)} " +
            $"{Volatile.Read(ref word)}");
        Console.WriteLine(
            $"{Volatile.Read(ref doubleWord)} {Volatile.Read(ref native)} {Volatile.Read(ref unsignedNative)} {Volatile.Read(ref real)} " +
            $"{Volatile.Read(ref text)}");
    }
}
