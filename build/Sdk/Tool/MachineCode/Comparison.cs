using Iced.Intel;

namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>A comparison of a register with a constant, whose outcome is in the flags.</summary>
/// <param name="Register">The register, in full.</param>
/// <param name="Value">The constant.</param>
internal readonly record struct Comparison(Register Register, uint Value);
