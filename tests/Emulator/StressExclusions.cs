namespace Tarn.Tests.Emulator;

/// <summary>Which cases do not run where the collector is stressed, and why.</summary>
internal static class StressExclusions
{
    private const string FullHeap = "fills the heap with a million blocks, all of which would be verified before each allocation";

    /// <summary>Whole classes, and single cases.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["HeapCostTests"] = "counts instructions of allocations",
        ["MemoryCostTests"] = "counts instructions",
        ["TaskCostTests"] = "counts instructions",
        ["InterruptSweepTests"] = "counts instructions up to an interrupt",
        ["TaskTests.AnIdleKernelIsWokenByTheClockAlone"] = "counts halts, one for each tick",
        ["TaskTests.AnIdleTickCostsLittle"] = "counts instructions",
        ["ConsoleTests.WhatDoesAllocateIsSeen"] = "looks for bytes that are in use longer",
        ["ExceptionTests.OfANewExceptionTheObjectIsAllThatStays"] = "looks for bytes that stay in use",
        ["HeapTests.WhatMakesNoSenseIsRefusedAndCounted"] = "expects that nothing is freed",
        ["HeapTests.AGrowthThatFailsAtAnyFrameLeavesNothing"] = "counts frames, of which the collector's bitmaps take some",
        ["HeapTests.FramesMayRunOutBeforeTheBound"] = "counts frames, of which the collector's bitmaps take some",
        ["ExceptionTests.StaticConstructorsThatFailWithTheHeapFullDoNotRunAgain"] = FullHeap,
        ["ExceptionTests.WithTheHeapFullAStaticConstructorThatFailsIsReported"] = FullHeap,
        ["ExceptionTests.WithTheHeapFullOutOfMemoryIsThrown"] = FullHeap,
    };

    /// <summary>Whether a case does not run.</summary>
    public static bool Has(string name) => Reasons.ContainsKey(name) || Reasons.ContainsKey(name.Split('.')[0]);
}
