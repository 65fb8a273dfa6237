using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>
/// Structs of all sizes, with and without references: passed, returned, copied in arrays and fields, compared after change.
/// </summary>
public static class StructCopies
{
    private struct One
    {
        public byte A;
    }

    private struct Three
    {
        public byte A;
        public short B;
    }

    private struct Sixteen
    {
        public long A;
        public double B;
    }

    private struct Floats
    {
        public float A;
        public float B;
        public float C;
    }

    private struct References
    {
        public string A;
        public int B;
        public object C;
        public int[] D;
    }

    private struct Big
    {
        public References First;
        public Sixteen Second;
        public References Third;
        public Floats Fourth;
    }

    private sealed class Container
    {
        public Big Value;
        public References[] Items = new References[3];
        public (int, string, Big) Tuple;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static One Same(One value) => value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Three Same(Three value) => value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sixteen Same(Sixteen value) => value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Floats Same(Floats value) => value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static References Same(References value) => value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Big Same(Big value) => value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Mixed(One a, Floats b, Sixteen c, Three d, References e, in Big f) =>
        a.A + (long)(b.A + b.B + b.C) + c.A + (long)c.B + d.A + d.B + e.B + e.A.Length + f.Third.B + f.Second.A;

    private static string Show(in References value) => $"{value.A} {value.B} {value.C} {value.D.Length}";

    public static void Run()
    {
        var references = new References { A = "a", B = 1, C = "c", D = [1, 2] };
        var big = new Big { First = references, Second = new Sixteen { A = 5, B = 6.5 }, Third = references };
        big.Fourth = new Floats { A = 1, B = 2, C = 3 };
        big.Third.B = 30;
        Console.WriteLine($"{Same(new One { A = 200 }).A} {Same(new Three { A = 1, B = -2 }).B} {Same(big.Second).B} {Same(big.Fourth).C}");
        Console.WriteLine(Show(Same(references)));
        var copy = Same(big);
        copy.First.A = "changed";
        copy.Third = copy.First;
        Console.WriteLine($"{Show(big.First)} | {Show(copy.Third)} | {copy.Second.B} {copy.Fourth.B}");
        Console.WriteLine(Mixed(new One { A = 1 }, big.Fourth, big.Second, new Three { A = 2, B = 3 }, references, big));

        var container = new Container { Value = big };
        container.Items[1] = references;
        container.Items[2] = container.Value.Third;
        container.Value.First.D[0] = 100;
        container.Tuple = (7, "seven", container.Value);
        Console.WriteLine(
            $"{Show(container.Items[1])} | {Show(container.Items[2])} | {container.Items[1].D[0]} | {container.Items[0].A is null}");
        Console.WriteLine($"{container.Tuple.Item1} {container.Tuple.Item2} {Show(container.Tuple.Item3.Third)}");
        ref var item = ref container.Items[1];
        item.B = 77;
        var moved = container.Items;
        moved[0] = moved[1];
        Console.WriteLine(Show(moved[0]));
        object boxed = big;
        var unboxed = (Big)boxed;
        unboxed.First.B++;
        Console.WriteLine($"{((Big)boxed).First.B} {unboxed.First.B}");
        big = default;
        Console.WriteLine($"{big.First.A is null} {big.Second.A} {big.Fourth.A}");
    }
}
