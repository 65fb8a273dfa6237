// A method with yield.
using System.Collections.Generic;
using System.Runtime;

internal static class Iterators
{
    [RuntimeExport("contract_iterate")]
    public static IEnumerable<int> Iterate(int last)
    {
        for (var number = 0; number < last; number++)
        {
            yield return number;
        }
    }
}
