using System;

namespace Tarn.Conformance;

/// <summary>Copies of large structs to and from objects that are not there.</summary>
public static class NullInLargeCopies
{
    private struct Large
    {
        public long A, B, C, D, E, F, G, H;
        public string Text;
        public long I, J, K, L, M, N, O, P;
    }

    private sealed class Holder
    {
        public Large Value;
    }

    private static int Read(Holder holder)
    {
        try
        {
            var copy = holder.Value;
            return (int)copy.P + copy.Text.Length;
        }
        catch (NullReferenceException)
        {
            return -1;
        }
    }

    private static int Write(Holder holder, in Large value)
    {
        try
        {
            holder.Value = value;
            return (int)holder.Value.A;
        }
        catch (NullReferenceException)
        {
            return -2;
        }
    }

    private static int Pass(Holder holder)
    {
        try
        {
            return Take(holder.Value);
        }
        catch (NullReferenceException)
        {
            return -3;
        }
    }

    private static int Take(Large large) => (int)large.A + 1;

    public static void Run()
    {
        var large = new Large { A = 7, P = 9, Text = "abc" };
        var holder = new Holder { Value = large };
        Console.WriteLine(Read(holder));
        Console.WriteLine(Read(null));
        Console.WriteLine(Read(new Holder()));
        Console.WriteLine(Write(holder, large));
        Console.WriteLine(Write(null, large));
        Console.WriteLine(Pass(holder));
        Console.WriteLine(Pass(null));
    }
}
