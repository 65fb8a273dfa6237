using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Tarn.Conformance;

/// <summary>LINQ over asynchronous streams: filters, orders, aggregates, cancellation, exceptions on the way.</summary>
public static class AsyncSequences
{
    private static async IAsyncEnumerable<int> Count(int to)
    {
        for (var i = 0; i < to; i++)
        {
            if (i % 3 == 0)
            {
                await Task.Yield();
            }

            yield return i;
        }
    }

    private static async Task RunAsync()
    {
        Console.WriteLine(string.Join(",", await Count(10).Where(x => x % 2 == 1).Select(x => x * x).ToListAsync()));
        Console.WriteLine(await Count(10).SumAsync() + " " + await Count(10).CountAsync() + " " + await Count(10).MaxAsync() + " " + await Count(5).AverageAsync());
        Console.WriteLine(string.Join(",", await Count(8).OrderBy(x => x % 3).ThenByDescending(x => x).ToArrayAsync()));
        Console.WriteLine(string.Join(",", await Count(20).Skip(3).Take(5).Reverse().ToListAsync()));
        Console.WriteLine(await Count(5).FirstAsync() + " " + await Count(5).LastAsync() + " " + await Count(5).AnyAsync(x => x > 3) + " " + await Count(0).FirstOrDefaultAsync(-1));
        Console.WriteLine(await Count(6).Select(x => "n" + x).AggregateAsync("", (text, x) => text + x));
        await foreach (var group in Count(9).GroupBy(x => x % 4))
        {
            Console.Write(group.Key + ":" + string.Join("+", group) + " ");
        }

        Console.WriteLine();
        Console.WriteLine(string.Join(",", await Count(3).Zip(Count(5)).ToListAsync()) + (await Count(4).ToDictionaryAsync(x => x, x => "v" + x))[3]);
        Console.WriteLine(string.Join(",", await new[] { 3, 1, 2 }.ToAsyncEnumerable().Select(async (int x, CancellationToken _) =>
        {
            await Task.Yield();
            return x * 10;
        }).ToListAsync()));
        try
        {
            await Count(0).MinAsync();
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.Message);
        }

        using var source = new CancellationTokenSource();
        try
        {
            await foreach (var item in Count(100).Select(x => x + 1).WithCancellation(source.Token))
            {
                if (item == 4)
                {
                    throw new ArgumentException("enough " + item);
                }
            }
        }
        catch (ArgumentException exception)
        {
            Console.WriteLine(exception.Message);
        }
    }

    public static void Run() => RunAsync().GetAwaiter().GetResult();
}
