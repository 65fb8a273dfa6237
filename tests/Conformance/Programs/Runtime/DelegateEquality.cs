using System;

namespace Tarn.Conformance;

/// <summary>Delegates are equal if they call the same methods on the same objects.</summary>
public static class DelegateEquality
{
    private sealed class Worker
    {
        public void Work()
        {
        }

        public void Rest()
        {
        }

        public override bool Equals(object? obj) => obj is Worker;

        public override int GetHashCode() => 1;
    }

    private interface IWorker
    {
        void Work();
    }

    private sealed class OneWorker : IWorker
    {
        public void Work()
        {
        }
    }

    private sealed class OtherWorker : IWorker
    {
        public void Work()
        {
        }
    }

    private static void Idle()
    {
    }

    private static void Stop()
    {
        Console.WriteLine("stop");
    }

    private static void Extend(this Worker worker) => Console.WriteLine(worker is null);

    private static void Compare(string name, Delegate left, Delegate right)
    {
        var equal = left == right;
        Console.WriteLine($"{name}: {equal} {left.Equals(right)} {right.Equals(left)} {left != right}");
        if (equal)
        {
            Console.WriteLine(left.GetHashCode() == right.GetHashCode());
        }
    }

    public static void Run()
    {
        var worker = new Worker();
        var other = new Worker();
        Compare("same static", new Action(Idle), new Action(Idle));
        Compare("other static", new Action(Idle), new Action(Stop));
        Compare("same instance", new Action(worker.Work), new Action(worker.Work));
        Compare("other method", new Action(worker.Work), new Action(worker.Rest));
        Compare("other instance", new Action(worker.Work), new Action(other.Work));
        Compare("other type", new Action(Idle), new Handler(Idle));
        Compare("same extension", new Action(worker.Extend), new Action(worker.Extend));
        Compare("other extension target", new Action(worker.Extend), new Action(other.Extend));
        Action multicast = worker.Work;
        multicast += Stop;
        Action same = worker.Work;
        same += Stop;
        Action reversed = Stop;
        reversed += worker.Work;
        Compare("same list", multicast, same);
        Compare("reversed list", multicast, reversed);
        Compare("list and element", multicast, new Action(Stop));
        IWorker one = new OneWorker();
        IWorker two = new OtherWorker();
        Compare("same through interface", new Action(one.Work), new Action(one.Work));
        Compare("other through interface", new Action(one.Work), new Action(two.Work));
        Console.WriteLine(multicast.Equals(null));
        Console.WriteLine(multicast == null);
    }

    private delegate void Handler();
}
