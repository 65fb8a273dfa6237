using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Tarn.Conformance;

/// <summary>Methods with <c>async</c> and <c>await</c>: what runs when, and what comes out.</summary>
public static class AsyncMethods
{
    private struct Pair
    {
        public int Left;
        public string Right;
    }

    private static async Task<int> AtOnce(int value) => value * 2;

    private static async Task<int> Later(int value)
    {
        await Task.Yield();
        return value * 3;
    }

    private static async Task<string> Combine()
    {
        // Values live on across waits, in the order of evaluation.
        var left = 1;
        var text = $"{left++} {await Later(left)} {left++} {await AtOnce(left)} {left}";
        return text + await Later(10) + (await Later(1) > 2 ? await AtOnce(4) : await Later(5));
    }

    private static async Task<long> Sum(int count)
    {
        long sum = 0;
        for (var index = 0; index < count; index++)
        {
            if (index % 3 == 0)
            {
                await Task.Yield();
            }

            sum += await (index % 2 == 0 ? AtOnce(index) : Later(index));
        }

        return sum;
    }

    private static async Task<int> Depth(int depth) => depth == 0 ? await Later(1) : await Depth(depth - 1) + 1;

    private static async ValueTask<int> Value(bool wait)
    {
        if (wait)
        {
            await Task.Yield();
        }

        return wait ? 1 : 2;
    }

    private static async ValueTask Nothing(List<string> log)
    {
        log.Add("begins");
        await Task.Yield();
        log.Add("ends");
    }

    private static async Task<T> Same<T>(T value)
    {
        await Task.Yield();
        return value;
    }

    private static async Task Waits(string name, Task first)
    {
        Console.WriteLine($"{name} begins");
        await first;
        Console.WriteLine($"{name} goes on");
    }

    private static async Task<int> Program()
    {
        Console.WriteLine(await Combine());
        Console.WriteLine(await Sum(100));
        Console.WriteLine(await Depth(50));
        Console.WriteLine($"{await Value(true)} {await Value(false)} {Value(false).IsCompletedSuccessfully}");
        var log = new List<string>();
        await Nothing(log);
        Console.WriteLine(string.Join(",", log));
        var pair = await Same(new Pair { Left = 5, Right = "five" });
        Console.WriteLine($"{pair.Left} {pair.Right} {await Same("text")} {await Same(2.5)} {await Same<object>(null) is null}");
        Func<int, Task<int>> function = async x => await Later(x) + 1;
        Console.WriteLine(await function(7));
        lock (log)
        {
            log.Clear();
        }

        using (var disposable = new Disposable())
        {
            await Task.Yield();
            Console.WriteLine("inside");
        }

        switch (await Later(2))
        {
            case 6:
                Console.WriteLine("six");
                break;
        }

        return await AtOnce(21);
    }

    private sealed class Disposable : IDisposable
    {
        public void Dispose() => Console.WriteLine("disposed");
    }

    public static void Run()
    {
        // A task that is ended by hand resumes who waits at once. (For several, .NET takes other threads.)
        var source = new TaskCompletionSource();
        var waiter = Waits("a", source.Task);
        Console.WriteLine($"{(int)waiter.Status} {source.Task.IsCompleted}");
        source.SetResult();
        Console.WriteLine($"{(int)waiter.Status} {(int)source.Task.Status} {source.TrySetResult()}");

        var number = new TaskCompletionSource<int>();
        var doubled = Twice(number.Task);
        number.SetResult(4);
        Console.WriteLine(doubled.Result);
        static async Task<int> Twice(Task<int> task) => await task * 2;

        Console.WriteLine((int)Task.CompletedTask.Status);
        Console.WriteLine(Task.FromResult("result").Result);
        Console.WriteLine(AtOnce(1).IsCompletedSuccessfully);
        Console.WriteLine(ReferenceEquals(AtOnce(1), AtOnce(1)));
        Console.WriteLine(new ValueTask<int>(5).Result);
        Console.WriteLine(new ValueTask<int>(5) == new ValueTask<int>(5));
        Console.WriteLine(default(ValueTask).IsCompleted);
        Console.WriteLine(Program().GetAwaiter().GetResult());

        var awaiter = Later(3).GetAwaiter();
        Console.WriteLine(awaiter.GetResult());
        var continued = new TaskCompletionSource();
        var called = new TaskCompletionSource<int>();
        continued.Task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => called.SetResult(10));
        Console.WriteLine(called.Task.IsCompleted);
        continued.SetResult();
        Console.WriteLine(called.Task.Result);

        var all = Task.WhenAll(Later(1), AtOnce(2), Later(3));
        Console.WriteLine(string.Join(" ", all.GetAwaiter().GetResult()));
        Task.WhenAll(new List<Task> { Later(1), AtOnce(2) }).Wait();
        Console.WriteLine(Task.WhenAll().IsCompleted);
        var first = new TaskCompletionSource<int>();
        var second = new TaskCompletionSource<int>();
        var any = Task.WhenAny(first.Task, second.Task);
        Console.WriteLine(any.IsCompleted);
        second.SetResult(2);
        Console.WriteLine(any.Result.Result);
        first.SetResult(1);
        Console.WriteLine(any.Result == second.Task);
        Console.WriteLine(Task.Run(() => 6 * 7).Result);
        Console.WriteLine(Task.Run(async () => await Later(2)).Result);
    }
}
