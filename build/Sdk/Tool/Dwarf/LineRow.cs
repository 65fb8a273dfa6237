namespace Tarn.Sdk.Tool.Dwarf;

/// <summary>From an address on, instructions come from this line, until the next row.</summary>
/// <param name="Address">The address of the first of them.</param>
/// <param name="File">The source file as it was recorded.</param>
/// <param name="Line">The line there, from 1; 0 for code of no line.</param>
/// <param name="IsEnd">Whether the row only says that a sequence of code ends before this address.</param>
internal readonly record struct LineRow(ulong Address, string File, int Line, bool IsEnd);
