using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>
/// Overriding, hiding, sealing, calling the base, covariant returns, explicit and repeated implementations of interfaces.
/// </summary>
public static class VirtualMethods
{
    private abstract class Node
    {
        public abstract string Kind { get; }

        public virtual string Describe() => $"{Kind} node";

        public virtual Node Clone() => this;

        public string Hidden() => "node hidden";

        public override string ToString() => Describe();
    }

    private class Leaf : Node
    {
        public override string Kind => "leaf";

        public override Leaf Clone() => new();

        public new virtual string Hidden() => "leaf hidden";
    }

    private class Flower : Leaf
    {
        public override string Kind => "flower";

        public sealed override string Describe() => "pretty " + base.Describe();

        public override string Hidden() => "flower hidden";
    }

    private sealed class Rose : Flower
    {
        public override string Kind => "rose";

        public override Rose Clone() => new();
    }

    private interface IRunner
    {
        string Run();
    }

    private interface IWalker
    {
        string Run();
    }

    private class Person : IRunner, IWalker
    {
        string IRunner.Run() => "runs";

        string IWalker.Run() => "walks fast";

        public string Run() => "goes";
    }

    private sealed class Athlete : Person, IRunner
    {
        string IRunner.Run() => "sprints";
    }

    private class Machine : IRunner
    {
        public string Run() => "hums";
    }

    private sealed class Engine : Machine
    {
        public new string Run() => "roars";
    }

    private sealed class Motor : Machine, IRunner
    {
        public new string Run() => "purrs";
    }

    private abstract class Shape<T>
    {
        public abstract T Measure();

        public virtual string Show() => $"measures {Measure()}";
    }

    private sealed class Length : Shape<int>
    {
        public override int Measure() => 12;
    }

    private sealed class Label : Shape<string>
    {
        public override string Measure() => "wide";

        public override string Show() => base.Show() + "!";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Show(Node node) => Console.WriteLine($"{node} / {node.Describe()} / {node.Clone().Kind} / {node.Hidden()}");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Start(IRunner runner) => runner.Run();

    public static void Run()
    {
        Show(new Leaf());
        Show(new Flower());
        Show(new Rose());
        Console.WriteLine(new Rose().Hidden());
        Console.WriteLine(new Leaf().Hidden());
        Console.WriteLine(ReferenceEquals(new Rose().Clone(), null));
        foreach (IRunner runner in new IRunner[] { new Person(), new Athlete(), new Machine(), new Engine(), new Motor() })
        {
            Console.WriteLine(Start(runner));
        }

        Console.WriteLine(((IWalker)new Athlete()).Run());
        Console.WriteLine(new Person().Run());
        Console.WriteLine(new Engine().Run());
        Console.WriteLine(new Length().Show());
        Console.WriteLine(new Label().Show());
    }
}
