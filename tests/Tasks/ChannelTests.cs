using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Tasks;

namespace Tarn.Tests.Tasks;

/// <summary>Channels against a model, and what they cost.</summary>
[TestFixture]
public sealed class ChannelTests
{
    private Executor<SimulatedPlatform> _executor = null!;

    [SetUp]
    public void Start() => _executor = new SimulatedMachine().NewExecutor();

    /// <summary>Random reads, writes, cancellations and an end: every item arrives once and in its order, and nobody is left waiting who could
    /// go on.</summary>
    [Test]
    public void EveryItemArrivesOnceAndInItsOrder([Values(1, 2, 5, int.MaxValue)] int capacity)
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 9)).ToArbitrary(), commands =>
        {
            Start();
            var channel = capacity == int.MaxValue ? Channel.CreateUnbounded<int>() : Channel.CreateBounded<int>(capacity);
            var written = new List<int>();
            var read = new List<int>();
            var reads = new List<(Task<int> Task, CancellationTokenSource Source)>();
            var writes = new List<(Task Task, int Item, CancellationTokenSource Source)>();
            var next = 0;
            foreach (var command in commands)
            {
                switch (command)
                {
                    case 0 or 1:
                        if (channel.Writer.TryWrite(next))
                        {
                            written.Add(next++);
                        }

                        break;
                    case 2 or 3 or 4:
                        var writing = new CancellationTokenSource();
                        var item = next++;
                        writes.Add((channel.Writer.WriteAsync(item, writing.Token).AsTask(), item, writing));
                        break;
                    case 5:
                        if (reads.All(pending => pending.Task.IsCompleted) && channel.Reader.TryRead(out var taken))
                        {
                            Settle();
                            read.Add(taken);
                        }

                        break;
                    case 6 or 7 or 8:
                        var reading = new CancellationTokenSource();
                        reads.Add((channel.Reader.ReadAsync(reading.Token).AsTask(), reading));
                        break;
                    default:
                        if (reads.Count > 0 && next % 2 == 0)
                        {
                            reads[^1].Source.Cancel();
                        }
                        else if (writes.Count > 0)
                        {
                            writes[^1].Source.Cancel();
                        }

                        break;
                }

                _executor.RunReady();
                Settle();

                // Nobody waits to read while there is something, nobody to write while there is room.
                Assert.That(reads.Count == 0 || channel.Reader.Count == 0);
                Assert.That(writes.Count == 0 || channel.Reader.Count == capacity);
            }

            channel.Writer.Complete();
            _executor.RunReady();
            Settle();
            Assert.That(reads, Is.Empty);
            Assert.That(writes, Is.Empty);
            while (channel.Reader.TryRead(out var rest))
            {
                read.Add(rest);
            }

            Assert.That(channel.Reader.Completion.IsCompletedSuccessfully);
            Assert.That(read, Is.EquivalentTo(written));
            Assert.That(read, Is.Ordered);

            void Settle()
            {
                foreach (var (task, _) in reads.Where(pending => pending.Task.IsCompletedSuccessfully))
                {
                    read.Add(task.Result);
                }

                reads.RemoveAll(pending => pending.Task.IsCompleted);
                written.AddRange(writes.Where(pending => pending.Task.IsCompletedSuccessfully).Select(pending => pending.Item));
                writes.RemoveAll(pending => pending.Task.IsCompleted);
                foreach (var task in reads)
                {
                    task.Task.MarkObserved();
                }
            }
        }));
    }

    [Test]
    public void NothingIsAllocatedForAnItem([Values] bool bounded)
    {
        var channel = bounded ? Channel.CreateBounded<int>(4) : Channel.CreateUnbounded<int>();
        var sum = 0L;
        _executor.Spawn("reads", async () =>
        {
            while (await channel.Reader.WaitToReadAsync())
            {
                sum += await channel.Reader.ReadAsync();
                sum += await channel.Reader.ReadAsync();
            }
        });
        var writer = _executor.Spawn("writes", async () =>
        {
            for (var item = 0; item < 200; item++)
            {
                await channel.Writer.WriteAsync(item);
                await Task.Yield();
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var item = 0; item < 10_000; item++)
            {
                await channel.Writer.WriteAsync(item);
                if (item % 3 == 0)
                {
                    await Task.Yield();
                }
            }

            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(2000));
        });
        writer.GetAwaiter().GetResult();
        Assert.That(sum, Is.GreaterThan(40_000_000));
    }
}
