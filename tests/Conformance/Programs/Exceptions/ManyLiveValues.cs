using System;

namespace Tarn.Conformance;

/// <summary>More values than there are registers, alive across calls that throw and are caught.</summary>
public static class ManyLiveValues
{
    private static int s_turn;

    private static int Maybe(int value)
    {
        if (++s_turn % 4 == 0)
        {
            throw new InvalidOperationException();
        }

        return value;
    }

    private static int Clobber(int seed)
    {
        int a = seed, b = seed + 1, c = seed + 2, d = seed + 3, e = seed + 4, f = seed + 5;
        for (var turn = 0; turn < 3; turn++)
        {
            a += b * c;
            b ^= d + e;
            c -= f;
            d = a + Maybe(b);
            e += d;
            f = e ^ a;
        }

        return a + b + c + d + e + f;
    }

    public static void Run()
    {
        int a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
        long i = 9, j = 10, k = 11, l = 12;
        var text = "m";
        for (var turn = 0; turn < 12; turn++)
        {
            try
            {
                a += Clobber(b);
                c += Clobber(d);
                i += Clobber(e);
            }
            catch (InvalidOperationException)
            {
                b++;
                j += a;
                text += "x";
            }
            finally
            {
                d += 2;
                k ^= i;
            }

            e += f;
            f += g;
            g += h;
            h += (int)l;
            l += turn;
            Console.WriteLine($"{a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {l} {text}");
        }
    }
}
