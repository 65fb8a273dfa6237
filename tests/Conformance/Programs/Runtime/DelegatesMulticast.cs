using System;

namespace Tarn.Conformance;

/// <summary>Lists of calls: order, the last result, removal of the last occurrence, of sequences, of everything; immutability.</summary>
public static class DelegatesMulticast
{
    private delegate int Step(int number);

    private static int A(int number)
    {
        Console.WriteLine($"A({number})");
        return 1;
    }

    private static int B(int number)
    {
        Console.WriteLine($"B({number})");
        return 2;
    }

    private static int C(int number)
    {
        Console.WriteLine($"C({number})");
        return 3;
    }

    private static void Show(string name, Step? step)
    {
        if (step is null)
        {
            Console.WriteLine($"{name}: nothing");
            return;
        }

        Console.WriteLine($"{name}: {step.GetInvocationList().Length} calls, {step.HasSingleTarget}");
        Console.WriteLine(step(7));
    }

    public static void Run()
    {
        Step a = A;
        Step b = B;
        Step c = C;
        Show("a", a);
        var abc = a + b + c;
        Show("a+b+c", abc);
        Show("a+b+c-b", abc - b);
        Show("a+b+c-a", abc - a);
        Show("a+b+c-(b+c)", abc - (b + c));
        Show("a+b+c-(a+c)", abc - (a + c));
        Show("a+b+c-(a+b+c)", abc - (a + b + c));
        var abab = a + b + a + b;
        Show("a+b+a+b-a", abab - a);
        Show("a+b+a+b-(a+b)", abab - (a + b));
        Show("a+b+a+b-(b+a)", abab - (b + a));
        Show("remove all b", (Step?)Delegate.RemoveAll(abab, b));
        Show("remove all a+b", (Step?)Delegate.RemoveAll(abab, a + b));
        Show("remove a from a", a - a);
        Show("remove nothing", a - null);
        Show("combine with nothing", null + c);
        Show("combined in one go", (Step?)Delegate.Combine(a, null, c, b));
        Show("twice itself", abc + abc);
        Show("a+b+c unchanged", abc);
        Console.WriteLine(Delegate.Combine((Delegate?)null, null) is null);
        Console.WriteLine(ReferenceEquals(abc - new Step(number => number), abc));

        var results = 0;
        foreach (var single in abc.GetInvocationList())
        {
            results = (results * 10) + ((Step)single)(0);
        }

        Console.WriteLine(results);

        Action? growing = null;
        var count = 0;
        for (var i = 0; i < 100; i++)
        {
            growing += () => count++;
        }

        growing!();
        Console.WriteLine($"{count} {growing.GetInvocationList().Length}");
    }
}
