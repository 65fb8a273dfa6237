using Iced.Intel;

namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>A comparison of a register, or of four bytes on the stack, with a constant, whose outcome is in the flags.</summary>
/// <param name="Register">The register, in full; none where it was a place on the stack.</param>
/// <param name="Slot">That place.</param>
/// <param name="Value">The constant.</param>
internal readonly record struct Comparison(Register Register, long Slot, uint Value);
