// An array is an IEnumerable<T> and an IList<T> of its elements.
using System.Collections.Generic;
using System.Runtime;

internal static class ArrayInterfaces
{
    private static object? s_kept;

    [RuntimeExport("contract_enumerate")]
    public static int Enumerate(IEnumerable<int> values)
    {
        s_kept = new int[3];
        var sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    [RuntimeExport("contract_as_list")]
    public static IList<string> AsList(string[] values) => values;
}
