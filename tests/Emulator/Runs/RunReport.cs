using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator.Runs;

/// <summary>What came of a kernel that ran alone.</summary>
/// <param name="Outcomes">How each case ended that the kernel had announced to run, by name.</param>
/// <param name="Fault">What is wrong with the run as a whole; null if nothing is.</param>
/// <param name="Exit">How the machine ended; null if the harness had to end it.</param>
/// <param name="Log">What the kernel wrote to its console.</param>
public sealed record RunReport(IReadOnlyDictionary<string, Outcome> Outcomes, string? Fault, ExitStatus? Exit, string Log);
