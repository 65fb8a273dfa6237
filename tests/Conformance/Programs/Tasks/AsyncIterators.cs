using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Asynchronous iterators, and what goes through them.</summary>
public static class AsyncIterators
{
    private sealed class Resource(string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Console.WriteLine($"{name} is closing");
            await Task.Yield();
            Console.WriteLine($"{name} is closed");
        }
    }

    private static async IAsyncEnumerable<int> Count(int to, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        try
        {
            for (var number = 0; number < to; number++)
            {
                if (number % 2 == 1)
                {
                    await Task.Yield();
                }

                if (cancellation.IsCancellationRequested)
                {
                    Console.WriteLine("asked to stop");
                    yield break;
                }

                yield return number;
            }
        }
        finally
        {
            Console.WriteLine("the iterator ends");
        }
    }

    private static async IAsyncEnumerable<string> Words(IAsyncEnumerable<int> numbers)
    {
        await using var resource = new Resource("inner");
        await foreach (var number in numbers)
        {
            yield return $"<{number}>";
        }
    }

    private static async Task Program()
    {
        var sum = 0;
        await foreach (var number in Count(10))
        {
            sum += number;
        }

        Console.WriteLine(sum);
        await foreach (var word in Words(Count(4)))
        {
            Console.WriteLine(word);
        }

        await foreach (var word in Words(Count(100)))
        {
            Console.WriteLine(word);
            if (word == "<2>")
            {
                break;
            }
        }

        using var source = new CancellationTokenSource();
        await foreach (var number in Count(100).WithCancellation(source.Token).ConfigureAwait(false))
        {
            Console.WriteLine(number);
            if (number == 3)
            {
                source.Cancel();
            }
        }

        await using (new Resource("outer"))
        {
            Console.WriteLine("inside");
        }

        await using (new Resource("configured").ConfigureAwait(false))
        {
        }

        var enumerable = Count(2);
        await foreach (var first in enumerable)
        {
            await foreach (var second in enumerable)
            {
                Console.WriteLine($"{first}{second}");
            }
        }

        var enumerator = Count(1).GetAsyncEnumerator();
        Console.WriteLine(await enumerator.MoveNextAsync());
        Console.WriteLine(enumerator.Current);
        Console.WriteLine(await enumerator.MoveNextAsync());
        Console.WriteLine(await enumerator.MoveNextAsync());
        await enumerator.DisposeAsync();
    }

    public static void Run() => Program().GetAwaiter().GetResult();
}
