namespace System.Collections.Generic;

public static class KeyValuePair
{
    public static KeyValuePair<TKey, TValue> Create<TKey, TValue>(TKey key, TValue value) => new(key, value);

    internal static string ToString(object? key, object? value) =>
        string.Concat(string.Concat("[", key?.ToString(), ", "), value?.ToString(), "]");
}
