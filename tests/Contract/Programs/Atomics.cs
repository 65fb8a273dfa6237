// Interlocked and Volatile: instructions, where the compiler knows them, and calls where it does not.
using System.Runtime;
using System.Threading;

internal static class Atomics
{
    private static int s_number;
    private static long s_long;
    private static object? s_reference;

    [RuntimeExport("contract_increment")]
    public static int Increment() => Interlocked.Increment(ref s_number);

    [RuntimeExport("contract_compare_exchange")]
    public static long CompareExchange(long value, long comparand) => Interlocked.CompareExchange(ref s_long, value, comparand);

    [RuntimeExport("contract_exchange_reference")]
    public static object? ExchangeReference(object value) => Interlocked.Exchange(ref s_reference, value);

    [RuntimeExport("contract_compare_exchange_reference")]
    public static object? CompareExchangeReference(object value) => Interlocked.CompareExchange(ref s_reference, value, null);

    [RuntimeExport("contract_volatile")]
    public static int ReadVolatile() => Volatile.Read(ref s_number);
}
