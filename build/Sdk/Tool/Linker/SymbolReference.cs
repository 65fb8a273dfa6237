namespace Tarn.Sdk.Tool.Linker;

/// <summary>A place in an object file that refers to a symbol.</summary>
/// <param name="File">The source file that the debug information names, or null.</param>
/// <param name="Line">The line there, from 1; 0 when <paramref name="File"/> is null.</param>
/// <param name="Object">The object file.</param>
/// <param name="Function">The symbol of the function or section that holds the reference.</param>
internal sealed record SymbolReference(string? File, int Line, string Object, string Function);
