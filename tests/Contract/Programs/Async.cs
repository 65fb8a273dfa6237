// async methods that give nothing, a value, and a ValueTask.
using System.Runtime;
using System.Threading.Tasks;

internal static class Async
{
    private static Task? s_kept;

    [RuntimeExport("contract_start")]
    public static void Start(Task first) => s_kept = AfterAsync(first);

    private static async Task AfterAsync(Task first)
    {
        await first;
        await NumberAsync(first);
        await ValueAsync(first);
    }

    private static async Task<int> NumberAsync(Task first)
    {
        await first;
        return 3;
    }

    private static async ValueTask<int> ValueAsync(Task first)
    {
        await first;
        return 4;
    }
}
