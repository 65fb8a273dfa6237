namespace Tarn.Sdk.Tool.Names;

/// <summary>Code at an address, and what it is called.</summary>
/// <param name="Address">Its first instruction.</param>
/// <param name="DeclaringType">The full name of its type (nested types after a plus sign, parameters of a generic one in brackets), or null
/// for code that belongs to none.</param>
/// <param name="Name">Its name with parameter types; the symbol of assembly code; empty where code has no name.</param>
internal sealed record NamedMethod(ulong Address, string? DeclaringType, string Name);
