using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Tarn.Conformance;

/// <summary>How what goes wrong in a task reaches those who wait for it.</summary>
public static class AsyncExceptions
{
    private static async Task Fail(string message, bool wait)
    {
        if (wait)
        {
            await Task.Yield();
        }

        throw new InvalidOperationException(message);
    }

    private static async Task FailAfter(string message, Task before)
    {
        await before;
        throw new InvalidOperationException(message);
    }

    private static async Task<int> Cancelled(bool wait)
    {
        if (wait)
        {
            await Task.Yield();
        }

        throw new OperationCanceledException("cancelled by hand");
    }

    private static async Task Try(string what, Func<Task> method)
    {
        try
        {
            await method();
            Console.WriteLine($"{what}: fine");
        }
        catch (AggregateException exception)
        {
            Console.WriteLine($"{what}: aggregate of {exception.InnerExceptions.Count}: {exception.InnerException.Message}");
        }
        catch (TaskCanceledException exception)
        {
            Console.WriteLine($"{what}: task cancelled, {exception.Task is not null}");
        }
        catch (OperationCanceledException exception)
        {
            Console.WriteLine($"{what}: {exception.Message}");
        }
        catch (Exception exception) when (exception.Message.Length > 0)
        {
            Console.WriteLine($"{what}: {exception.Message}");
        }
        finally
        {
            await Task.Yield();
            Console.WriteLine($"{what} is over");
        }
    }

    private static async Task<string> Nested()
    {
        var text = "";
        try
        {
            try
            {
                await Fail("inner", true);
            }
            catch (InvalidOperationException exception)
            {
                await Task.Yield();
                text += exception.Message;
                throw;
            }
            finally
            {
                await Task.Yield();
                text += " finally";
            }
        }
        catch (Exception exception)
        {
            text += " outer " + exception.Message;
        }

        return text;
    }

    private static async IAsyncEnumerable<int> Numbers()
    {
        yield return 1;
        await Task.Yield();
        throw new FormatException("no more numbers");
    }

    private static async Task Program()
    {
        await Try("at once", () => Fail("a", false));
        await Try("later", () => Fail("b", true));
        await Try("cancelled", () => Cancelled(true));
        await Try("from exception", () => Task.FromException(new FormatException("f")));
        await Try("from token", () => Task.FromCanceled(new CancellationToken(true)));
        await Try("delay", () => Task.Delay(1000, new CancellationTokenSource(10).Token));
        Console.WriteLine(await Nested());

        var failed = Fail("c", false);
        Console.WriteLine($"{(int)failed.Status} {failed.Exception.InnerException.Message} {failed.IsFaulted}");
        Console.WriteLine($"{(int)Cancelled(false).Status}");
        await Try("wait", async () => Fail("d", true).Wait());
        await Try("result", async () => Console.WriteLine(Cancelled(true).Result));
        await Try("get result", async () => Fail("e", true).GetAwaiter().GetResult());

        var gate = new TaskCompletionSource();
        var all = Task.WhenAll(FailAfter("one", gate.Task), Cancelled(true), Fail("two", false), Task.CompletedTask);
        gate.SetResult();
        await Try("all", () => all);
        Console.WriteLine($"{(int)all.Status} {all.Exception.InnerExceptions.Count}");
        await Try("all cancelled", () => Task.WhenAll(Cancelled(false), Task.CompletedTask));
        var any = await Task.WhenAny(Fail("any", false), new TaskCompletionSource().Task);
        Console.WriteLine($"{(int)any.Status} {any.Exception.InnerException.Message}");

        var source = new TaskCompletionSource<int>();
        source.SetException([new FormatException("first"), new FormatException("second")]);
        await Try("source", () => source.Task);
        await Try("twice", async () => source.SetResult(1));
        Console.WriteLine(source.TrySetException(new FormatException()));

        await Try("iterator", async () =>
        {
            await foreach (var number in Numbers())
            {
                Console.WriteLine(number);
            }
        });

        var channel = Channel.CreateUnbounded<int>();
        channel.Writer.TryWrite(1);
        channel.Writer.Complete(new FormatException("broken"));
        Console.WriteLine(await channel.Reader.ReadAsync());
        await Try("read", async () => await channel.Reader.ReadAsync());
        await Try("wait to read", async () => await channel.Reader.WaitToReadAsync());
        await Try("write", async () => await channel.Writer.WriteAsync(1));
        await Try("completion", () => channel.Reader.Completion);

        // A channel that is closed by a cancellation says so, and not that it is closed.
        var stopped = Channel.CreateBounded<int>(1);
        var waiting = stopped.Reader.ReadAsync().AsTask();
        stopped.Writer.Complete(new OperationCanceledException("stopped by hand"));
        await Try("read that waits", () => waiting);
        await Try("read of stopped", async () => await stopped.Reader.ReadAsync());
        await Try("wait for stopped", async () => await stopped.Reader.WaitToReadAsync());
        await Try("write to stopped", async () => await stopped.Writer.WriteAsync(1));
        await Try("completion of stopped", () => stopped.Reader.Completion);
        var full = Channel.CreateBounded<int>(1);
        full.Writer.TryWrite(1);
        var writing = full.Writer.WriteAsync(2).AsTask();
        full.Writer.Complete(new TaskCanceledException("stopped"));
        await Try("write that waits", () => writing);
        Console.WriteLine($"{(int)waiting.Status} {(int)writing.Status} {await full.Reader.ReadAsync()} {(int)full.Reader.ReadAsync().AsTask().Status}");
        await Try("limit", () => new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromMilliseconds(10)));

        using var cancellation = new CancellationTokenSource();
        cancellation.Token.Register(() => throw new FormatException("of a callback"));
        cancellation.Token.Register(() => throw new FormatException("of another"));
        await Try("cancel", async () => cancellation.Cancel());
        await Try("throw if", async () => cancellation.Token.ThrowIfCancellationRequested());

        var aggregate = new AggregateException("outer", new FormatException("x"), new AggregateException(new FormatException("y")));
        Console.WriteLine($"{aggregate.Message} | {aggregate.Flatten().InnerExceptions.Count} {aggregate.GetBaseException().Message.Length > 0}");
        await Try("handle", async () => aggregate.Flatten().Handle(exception => exception.Message == "x"));
        var ignored = Fail("ignored", true);
        await ignored.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.WriteLine((int)ignored.Status);
        await Try("pooled", async () => await new ValueTask(Fail("value", true)));
        await Try("argument", () => Task.Delay(-2));
    }

    public static void Run() => Program().GetAwaiter().GetResult();
}
