// Fields of which each thread has its own.
using System;
using System.Runtime;

internal static class ThreadStatics
{
    [ThreadStatic]
    private static int t_number;

    [ThreadStatic]
    private static object? t_reference;

    [RuntimeExport("contract_number")]
    public static int Number() => ++t_number;

    [RuntimeExport("contract_reference")]
    public static object? Reference(object value)
    {
        var previous = t_reference;
        t_reference = value;
        return previous;
    }
}
