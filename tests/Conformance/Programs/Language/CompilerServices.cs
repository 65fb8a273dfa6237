using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Tarn.Conformance;

/// <summary>What the compiler fills in: callers, expressions, conditional calls; and small things that ordinary programs take from System.</summary>
public static class CompilerServices
{
    private static int s_calls;

    public static void Run()
    {
        Console.WriteLine(Caller());
        Console.WriteLine(Expression(1 + 2 * s_calls));
        NeverCalled(s_calls++);
        Console.WriteLine(s_calls);
        Console.WriteLine(Environment.NewLine == "\n");
        Console.WriteLine($"{Environment.ProcessorCount > 0} {Environment.CurrentManagedThreadId > 0}");

        var weak = new WeakReference<object>(s_kept);
        Console.WriteLine($"{weak.TryGetTarget(out var target)} {ReferenceEquals(target, s_kept)} {new WeakReference(s_kept).IsAlive}");
        GC.KeepAlive(s_kept);

        IProgress<int> progress = new Reporter();
        progress.Report(42);
        var lazy = new Lazy<int>(() => ++s_calls);
        Console.WriteLine($"{lazy.IsValueCreated} {lazy.Value} {lazy.Value} {lazy.IsValueCreated}");
        Console.WriteLine($"{RuntimeHelpers.GetHashCode(s_kept) == RuntimeHelpers.GetHashCode(s_kept)} {RuntimeHelpers.IsReferenceOrContainsReferences<int>()} {RuntimeHelpers.IsReferenceOrContainsReferences<(int, string)>()}");
        Console.WriteLine($"{Unsafe.SizeOf<decimal>()} {Unsafe.SizeOf<(byte, long)>()} {default(Guid)}");
        var gate = new Lock();
        lock (gate)
        {
            Console.WriteLine(gate.IsHeldByCurrentThread);
        }

        using (var scope = gate.EnterScope())
        {
            Console.WriteLine(gate.IsHeldByCurrentThread);
        }

        Console.WriteLine(gate.IsHeldByCurrentThread);
        Debug.Assert(s_calls > 0);
    }

    private static readonly object s_kept = new();

    private static string Caller([CallerMemberName] string member = "", [CallerLineNumber] int line = 0) => member + " " + (line > 0);

    private static string Expression(int value, [CallerArgumentExpression(nameof(value))] string text = "") => text + " is " + value;

    [Conditional("NOT_DEFINED_ANYWHERE")]
    private static void NeverCalled(int value) => Console.WriteLine("called " + value);

    private sealed class Reporter : IProgress<int>
    {
        public void Report(int value) => Console.WriteLine("reported " + value);
    }
}
