namespace Tarn.Sdk.Tool.Parts;

/// <summary>A package that an image is made of, as it describes itself (Tarn.Pack.targets).</summary>
/// <param name="Name">Its name: <c>Tarn.Drivers.Pit</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="BuiltFor">The version of Tarn that it was built for.</param>
/// <param name="AllocatorType">Of an allocator, the full name of its type; else empty.</param>
/// <param name="Contracts">The contracts that it implements.</param>
/// <param name="RequiredContracts">The contracts that another part has to implement.</param>
internal sealed record ComponentPackage(
    string Name,
    string Version,
    string BuiltFor,
    string AllocatorType,
    IReadOnlyList<string> Contracts,
    IReadOnlyList<string> RequiredContracts)
{
    /// <summary>Whether it is an allocator.</summary>
    public bool IsAllocator => AllocatorType.Length != 0;
}
