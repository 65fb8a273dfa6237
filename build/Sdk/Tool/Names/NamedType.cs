namespace Tarn.Sdk.Tool.Names;

/// <summary>A type with a method table, and what it is called.</summary>
/// <param name="Address">Its method table.</param>
/// <param name="Name">Its full name: nested types after a plus sign, parameters of a generic definition in brackets.</param>
internal sealed record NamedType(ulong Address, string Name);
