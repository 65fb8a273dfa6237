namespace Tarn.Tests.Emulator.Harness;

/// <summary>What the kernel says at the end of its run.</summary>
/// <param name="Passed">The number of cases that passed.</param>
/// <param name="Failed">The number of cases that failed.</param>
/// <param name="Skipped">The number of cases that were skipped.</param>
public sealed record RunSummary(int Passed, int Failed, int Skipped);
