namespace Tarn.Tests.Emulator;

/// <summary>Which cases do not run where the collector is stressed, and why.</summary>
internal static class StressExclusions
{
    /// <summary>Whole classes, and single cases.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["HeapCostTests"] = "counts instructions of allocations",
        ["MemoryCostTests"] = "counts instructions",
        ["TaskCostTests"] = "counts instructions",
        ["InterruptSweepTests"] = "counts instructions up to an interrupt",
        ["ConsoleTests.WhatDoesAllocateIsSeen"] = "looks for bytes that are in use longer",
        ["ExceptionTests.OfANewExceptionTheObjectIsAllThatStays"] = "looks for bytes that stay in use",
        ["HeapTests.WhatMakesNoSenseIsRefusedAndCounted"] = "expects that nothing is freed",
    };

    /// <summary>Whether a case does not run.</summary>
    public static bool Has(string name) => Reasons.ContainsKey(name) || Reasons.ContainsKey(name.Split('.')[0]);
}
