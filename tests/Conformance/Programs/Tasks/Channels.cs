using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Tarn.Conformance;

/// <summary>Channels: full, empty, closed, and between two tasks.</summary>
public static class Channels
{
    private static void Show(string what, bool result) => Console.WriteLine($"{what}: {result}");

    private static void FullAndClosed()
    {
        var channel = Channel.CreateBounded<int>(2);
        Show("write 1", channel.Writer.TryWrite(1));
        Show("write 2", channel.Writer.TryWrite(2));
        Show("write 3", channel.Writer.TryWrite(3));
        Console.WriteLine($"{channel.Reader.Count} {channel.Reader.CanCount} {channel.Reader.CanPeek}");
        Show("peek", channel.Reader.TryPeek(out var item) && item == 1);
        var waiting = channel.Writer.WriteAsync(4).AsTask();
        var room = channel.Writer.WaitToWriteAsync().AsTask();
        Show("waiting", waiting.IsCompleted);
        Show("read", channel.Reader.TryRead(out item) && item == 1);
        waiting.Wait();
        Show("room", room.IsCompleted);
        Show("read", channel.Reader.TryRead(out item) && item == 2);
        Show("room", room.Result);
        Show("complete", channel.Writer.TryComplete());
        Show("complete", channel.Writer.TryComplete());
        Show("write 5", channel.Writer.TryWrite(5));
        Show("room", channel.Writer.WaitToWriteAsync().AsTask().Result);
        Show("ended", channel.Reader.Completion.IsCompleted);
        Show("more", channel.Reader.WaitToReadAsync().AsTask().Result);
        Show("read", channel.Reader.TryRead(out item) && item == 4);
        channel.Reader.Completion.Wait();
        Show("more", channel.Reader.WaitToReadAsync().AsTask().Result);
        Show("read", channel.Reader.TryRead(out item));
    }

    private static void Dropping()
    {
        foreach (var mode in new[] { BoundedChannelFullMode.DropNewest, BoundedChannelFullMode.DropOldest, BoundedChannelFullMode.DropWrite })
        {
            var dropped = new List<int>();
            var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(3) { FullMode = mode }, dropped.Add);
            for (var item = 0; item < 6; item++)
            {
                channel.Writer.TryWrite(item);
            }

            var kept = new List<int>();
            while (channel.Reader.TryRead(out var item))
            {
                kept.Add(item);
            }

            Console.WriteLine($"{(int)mode}: kept {string.Join(",", kept)} dropped {string.Join(",", dropped)}");
        }
    }

    private static async Task Between(Channel<int> channel, int count)
    {
        var writer = Write();
        var sum = 0;
        var items = 0;
        await foreach (var item in channel.Reader.ReadAllAsync())
        {
            sum = sum * 31 + item;
            items++;
        }

        await writer;
        Console.WriteLine($"{items} {sum}");

        async Task Write()
        {
            for (var item = 0; item < count; item++)
            {
                await channel.Writer.WriteAsync(item);
            }

            channel.Writer.Complete();
        }
    }

    private static async Task There()
    {
        // Two tasks that wait for each other at every step.
        var there = Channel.CreateUnbounded<string>();
        var back = Channel.CreateUnbounded<string>();
        var echo = Echo();
        for (var round = 0; round < 5; round++)
        {
            there.Writer.TryWrite($"message {round}");
            Console.WriteLine(await back.Reader.ReadAsync());
        }

        there.Writer.Complete();
        await echo;

        async Task Echo()
        {
            while (await there.Reader.WaitToReadAsync())
            {
                while (there.Reader.TryRead(out var text))
                {
                    await back.Writer.WriteAsync($"echo of {text}");
                }
            }

            Console.WriteLine("echo ends");
        }
    }

    public static void Run()
    {
        FullAndClosed();
        Dropping();
        Between(Channel.CreateBounded<int>(1), 100).Wait();
        Between(Channel.CreateBounded<int>(7), 100).Wait();
        Between(Channel.CreateUnbounded<int>(new UnboundedChannelOptions { AllowSynchronousContinuations = true }), 100).Wait();
        There().Wait();

        var cancelled = Channel.CreateUnbounded<int>();
        using var source = new CancellationTokenSource();
        var read = cancelled.Reader.ReadAsync(source.Token).AsTask();
        var next = cancelled.Reader.ReadAsync().AsTask();
        source.Cancel();
        Quietly(read).Wait();
        Console.WriteLine((int)read.Status);
        cancelled.Writer.TryWrite(8);
        Console.WriteLine(next.Result);
    }

    private static async Task Quietly(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
