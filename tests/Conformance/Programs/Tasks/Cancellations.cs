using System;
using System.Threading;
using System.Threading.Tasks;

namespace Tarn.Conformance;

/// <summary>Tokens, their sources, and what happens when they are cancelled.</summary>
public static class Cancellations
{
    public static void Run()
    {
        Console.WriteLine($"{CancellationToken.None.CanBeCanceled} {CancellationToken.None.IsCancellationRequested}");
        Console.WriteLine($"{new CancellationToken(true).IsCancellationRequested} {new CancellationToken(false).CanBeCanceled}");

        using var source = new CancellationTokenSource();
        var token = source.Token;
        Console.WriteLine($"{token.CanBeCanceled} {token.IsCancellationRequested} {token == source.Token} {token == default}");
        token.Register(() => Console.WriteLine("first"));
        var second = token.Register(state => Console.WriteLine(state), "second");
        var third = token.Register(() => Console.WriteLine("third"));
        token.Register((state, given) => Console.WriteLine($"{state} {given == token}"), "fourth");
        Console.WriteLine($"{third.Unregister()} {third.Unregister()} {third.Token == token}");
        third.Dispose();
        var linked = CancellationTokenSource.CreateLinkedTokenSource(token, CancellationToken.None);
        linked.Token.Register(() => Console.WriteLine("linked"));
        var left = CancellationTokenSource.CreateLinkedTokenSource(token);
        left.Dispose();
        source.Cancel();
        Console.WriteLine($"{source.IsCancellationRequested} {token.IsCancellationRequested} {linked.IsCancellationRequested}");
        source.Cancel();
        Console.WriteLine(second.Unregister());
        token.Register(() => Console.WriteLine("late"));
        Console.WriteLine("end");

        var other = new CancellationTokenSource();
        var upper = CancellationTokenSource.CreateLinkedTokenSource(other.Token);
        upper.Cancel();
        Console.WriteLine($"{other.IsCancellationRequested} {upper.IsCancellationRequested}");

        var reused = new CancellationTokenSource();
        var calls = 0;
        for (var round = 0; round < 10; round++)
        {
            using (reused.Token.Register(() => calls++))
            {
            }
        }

        reused.Token.Register(() => calls += 100);
        Console.WriteLine($"{reused.TryReset()} {calls}");
        reused.Cancel();
        Console.WriteLine($"{reused.TryReset()} {calls}");

        Console.WriteLine((int)Task.FromCanceled(token).Status);
        Console.WriteLine(Task.Delay(1000, token).IsCanceled);
        Console.WriteLine(ValueTask.FromCanceled<int>(token).IsCanceled);
        var completion = new TaskCompletionSource<int>();
        Console.WriteLine($"{completion.TrySetCanceled(token)} {completion.Task.IsCanceled} {completion.TrySetResult(1)}");
        var waiting = new CancellationTokenSource();
        var delay = Task.Delay(Timeout.InfiniteTimeSpan, waiting.Token);
        var watcher = Watch(delay);
        Console.WriteLine(delay.IsCompleted);
        waiting.Cancel();
        watcher.Wait();
        Console.WriteLine((int)delay.Status);
        Console.WriteLine(Task.WhenAll(delay, Task.CompletedTask).IsCanceled);

        using var timed = new CancellationTokenSource(30);
        var cancelled = new TaskCompletionSource();
        timed.Token.Register(() => cancelled.SetResult());
        cancelled.Task.Wait();
        Console.WriteLine(timed.IsCancellationRequested);
        var stopped = new CancellationTokenSource();
        stopped.CancelAfter(50);
        stopped.CancelAfter(Timeout.Infinite);
        Task.Delay(120).Wait();
        Console.WriteLine(stopped.IsCancellationRequested);
        stopped.CancelAsync().Wait();
        Console.WriteLine(stopped.IsCancellationRequested);
    }

    private static async Task Watch(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.WriteLine($"over: {(int)task.Status}");
    }
}
