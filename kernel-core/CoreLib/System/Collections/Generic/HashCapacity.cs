namespace System.Collections.Generic;

/// <summary>
/// How many entries a hash table has room for. .NET takes primes, for the sake of its buckets; here they are taken because programs see
/// them, in Capacity and in when TrimExcess closes gaps.
/// </summary>
internal static class HashCapacity
{
    /// <summary>The largest prime that can be the length of an array.</summary>
    private const int Largest = 0x7FFFFFC3;

    private static ReadOnlySpan<int> Primes =>
    [
        3, 7, 11, 17, 23, 29, 37, 47, 59, 71, 89, 107, 131, 163, 197, 239, 293, 353, 431, 521, 631, 761, 919, 1103, 1327, 1597, 1931, 2333,
        2801, 3371, 4049, 4861, 5839, 7013, 8419, 10103, 12143, 14591, 17519, 21023, 25229, 30293, 36353, 43627, 52361, 62851, 75431, 90523,
        108631, 130363, 156437, 187751, 225307, 270371, 324449, 389357, 467237, 560689, 672827, 807403, 968897, 1162687, 1395263, 1674319,
        2009191, 2411033, 2893249, 3471899, 4166287, 4999559, 5999471, 7199369,
    ];

    public static int AtLeast(int capacity)
    {
        foreach (var prime in Primes)
        {
            if (prime >= capacity)
            {
                return prime;
            }
        }

        // .NET's hash codes of objects used to step by 101, which such a prime would not spread.
        for (var candidate = capacity | 1; candidate < int.MaxValue; candidate += 2)
        {
            if (IsPrime(candidate) && (candidate - 1) % 101 != 0)
            {
                return candidate;
            }
        }

        return capacity;
    }

    /// <summary>The capacity after a full one.</summary>
    public static int After(int capacity)
    {
        var doubled = 2 * capacity;
        return (uint)doubled > Largest && capacity < Largest ? Largest : AtLeast(doubled);
    }

    private static bool IsPrime(int odd)
    {
        for (var divisor = 3; (long)divisor * divisor <= odd; divisor += 2)
        {
            if (odd % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }
}
