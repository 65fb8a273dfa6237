// await foreach over an asynchronous iterator.
using System.Collections.Generic;
using System.Runtime;
using System.Threading.Tasks;

internal static class AsyncStreams
{
    private static Task<int>? s_kept;

    [RuntimeExport("contract_start")]
    public static void Start(Task between) => s_kept = SumAsync(between);

    private static async Task<int> SumAsync(Task between)
    {
        var sum = 0;
        await foreach (var number in NumbersAsync(between))
        {
            sum += number;
        }

        return sum;
    }

    private static async IAsyncEnumerable<int> NumbersAsync(Task between)
    {
        yield return 1;
        await between;
        yield return 2;
    }
}
