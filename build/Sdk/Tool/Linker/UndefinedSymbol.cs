namespace Tarn.Sdk.Tool.Linker;

/// <summary>A symbol that some object refers to and none defines.</summary>
/// <param name="Name">The symbol.</param>
/// <param name="References">The references that the linker names.</param>
/// <param name="MoreReferences">How many further references it only counts.</param>
internal sealed record UndefinedSymbol(string Name, IReadOnlyList<SymbolReference> References, int MoreReferences);
