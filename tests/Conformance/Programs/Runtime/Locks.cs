using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Tarn.Conformance;

/// <summary>Locks of objects: entered again while held, left on every way out.</summary>
public static class Locks
{
    private static readonly object s_gate = new();
    private static int s_value;

    private sealed class Account
    {
        private int _balance;

        [MethodImpl(MethodImplOptions.Synchronized)]
        public int Deposit(int amount)
        {
            Console.WriteLine(Monitor.IsEntered(this));
            return _balance += amount;
        }

        [MethodImpl(MethodImplOptions.Synchronized)]
        public static bool StaticIsLocked() => Monitor.IsEntered(typeof(Account));
    }

    private static int Nested(int depth)
    {
        lock (s_gate)
        {
            s_value++;
            return depth == 0 ? s_value : Nested(depth - 1);
        }
    }

    private static string FirstBelow(int limit)
    {
        for (var i = 0; ; i++)
        {
            lock (s_gate)
            {
                if (i * i >= limit)
                {
                    return $"{i} {Monitor.IsEntered(s_gate)}";
                }

                if (i == 3)
                {
                    continue;
                }
            }
        }
    }

    public static void Run()
    {
        Console.WriteLine(Monitor.IsEntered(s_gate));
        Console.WriteLine(Nested(20));
        Console.WriteLine(Monitor.IsEntered(s_gate));
        Console.WriteLine(FirstBelow(50));
        Console.WriteLine(Monitor.IsEntered(s_gate));
        Monitor.Enter(s_gate);
        Monitor.Enter(s_gate);
        Monitor.Exit(s_gate);
        Console.WriteLine(Monitor.IsEntered(s_gate));
        Monitor.Exit(s_gate);
        Console.WriteLine(Monitor.IsEntered(s_gate));
        Console.WriteLine(Monitor.TryEnter(s_gate));
        Monitor.Exit(s_gate);
        var taken = false;
        Monitor.Enter(s_gate, ref taken);
        Console.WriteLine(taken);
        Monitor.Exit(s_gate);

        var account = new Account();
        Console.WriteLine(account.Deposit(5));
        Console.WriteLine(account.Deposit(6));
        Console.WriteLine(Monitor.IsEntered(account));
        Console.WriteLine(Account.StaticIsLocked());
        Console.WriteLine(Monitor.IsEntered(typeof(Account)));

        var hash = s_gate.GetHashCode();
        lock (s_gate)
        {
            Console.WriteLine(s_gate.GetHashCode() == hash);
        }

        object boxed = 5;
        lock (boxed)
        {
            Console.WriteLine(boxed);
        }

        lock ("literal")
        {
            Console.WriteLine(Monitor.IsEntered("literal"));
        }

        var gate = new Lock();
        lock (gate)
        {
            lock (gate)
            {
                Console.WriteLine(gate.IsHeldByCurrentThread);
            }
        }

        using (gate.EnterScope())
        {
            Console.WriteLine(gate.IsHeldByCurrentThread);
        }

        Console.WriteLine(gate.IsHeldByCurrentThread);
    }
}
