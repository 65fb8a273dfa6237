namespace Tarn.Sdk.Tool.Elf;

/// <summary>A segment that a loader maps.</summary>
/// <param name="Address">The virtual address of its first byte.</param>
/// <param name="Size">Bytes in memory.</param>
/// <param name="IsReadable">Whether it may be read.</param>
/// <param name="IsWritable">Whether it may be written.</param>
/// <param name="IsExecutable">Whether it may be executed.</param>
internal sealed record ElfSegment(ulong Address, ulong Size, bool IsReadable, bool IsWritable, bool IsExecutable);
