// typeof and GetType, and comparisons that need no object.
using System;
using System.Runtime;

internal static class TypeOf
{
    [RuntimeExport("contract_typeof")]
    public static Type Of() => typeof(string);

    [RuntimeExport("contract_get_type")]
    public static Type Get(object value) => value.GetType();

    [RuntimeExport("contract_compare")]
    public static bool Compare(object value) => value.GetType() == typeof(int[]);

    [RuntimeExport("contract_of_parameter")]
    public static Type OfParameter(bool first) => first ? OfParameter<string>() : OfParameter<object>();

    private static Type OfParameter<T>() => typeof(T);
}
