namespace Tarn.Sdk.Tool.Metadata;

/// <summary>ILC's internal errors call the types that IL has instructions for by IL's names for them.</summary>
internal static class IntermediateLanguageNames
{
    private static readonly Dictionary<string, string> FullNames = new(StringComparer.Ordinal)
    {
        ["bool"] = "System.Boolean",
        ["char"] = "System.Char",
        ["float32"] = "System.Single",
        ["float64"] = "System.Double",
        ["int8"] = "System.SByte",
        ["int16"] = "System.Int16",
        ["int32"] = "System.Int32",
        ["int64"] = "System.Int64",
        ["native int"] = "System.IntPtr",
        ["native uint"] = "System.UIntPtr",
        ["object"] = "System.Object",
        ["string"] = "System.String",
        ["uint8"] = "System.Byte",
        ["uint16"] = "System.UInt16",
        ["uint32"] = "System.UInt32",
        ["uint64"] = "System.UInt64",
        ["void"] = "System.Void",
    };

    /// <summary>The full name of a type: <c>string</c> to <c>System.String</c>; other names stay as they are.</summary>
    public static string ToFullName(string type) => FullNames.GetValueOrDefault(type, type);

    /// <summary>The full name of a method: <c>string.Concat</c> to <c>System.String.Concat</c>; other names stay as they are.</summary>
    public static string ToFullMethodName(string method)
    {
        var dot = method.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0 ? method : ToFullName(method[..dot]) + method[dot..];
    }

    /// <summary>What a type of the core library is called in symbols, if it is one of these; null for other types.</summary>
    public static string? SymbolOf(string fullName) => fullName switch
    {
        "System.Boolean" => "Bool",
        "System.Byte" => "UInt8",
        "System.SByte" => "Int8",
        _ => FullNames.ContainsValue(fullName) ? fullName["System.".Length..] : null,
    };
}
