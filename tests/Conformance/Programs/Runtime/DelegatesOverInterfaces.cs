using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Delegates to methods of interfaces: the method of the object, not of the interface, is what is called.</summary>
public static class DelegatesOverInterfaces
{
    private interface ICalculator
    {
        int Calculate(int number);

        string Name => "nameless";
    }

    private interface ICalculator<T>
    {
        T Calculate(T left, T right);
    }

    private sealed class Doubler : ICalculator, ICalculator<string>
    {
        public int Calculate(int number) => number * 2;

        public string Calculate(string left, string right) => left + right;
    }

    private class Tripler : ICalculator
    {
        public virtual int Calculate(int number) => number * 3;

        public string Name => "tripler";
    }

    private sealed class NegativeTripler : Tripler
    {
        public override int Calculate(int number) => -base.Calculate(number);
    }

    private struct Offset(int amount) : ICalculator
    {
        public readonly int Calculate(int number) => number + amount;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<int, int> Bind(ICalculator calculator) => calculator.Calculate;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<string> BindName(ICalculator calculator) => () => calculator.Name;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<T, T, T> Bind<T>(ICalculator<T> calculator) => calculator.Calculate;

    public static void Run()
    {
        ICalculator[] calculators = [new Doubler(), new Tripler(), new NegativeTripler(), new Offset(5)];
        Func<int, int>? all = null;
        foreach (var calculator in calculators)
        {
            var function = Bind(calculator);
            Console.WriteLine($"{function(10)} {BindName(calculator)()} {ReferenceEquals(function.Target, calculator)}");
            all += function;
        }

        foreach (var function in all!.GetInvocationList())
        {
            Console.WriteLine(((Func<int, int>)function)(1));
        }

        Console.WriteLine(all(100));
        Console.WriteLine(Bind<string>(new Doubler())("a", "b"));
        Console.WriteLine(Bind(calculators[1]) == Bind(calculators[1]));
    }
}
