namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>A section of an object file.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds, in ELF's numbers.</param>
/// <param name="IsCode">Whether it holds instructions.</param>
/// <param name="Content">Its bytes; none where it only reserves memory.</param>
/// <param name="Link">The section it belongs to, by number: for symbols, that of their names.</param>
/// <param name="Information">A second such number: for relocations, the section they apply to.</param>
internal sealed record ObjectSection(
    int Index, string Name, uint Type, bool IsCode, ReadOnlyMemory<byte> Content, int Link, int Information);
