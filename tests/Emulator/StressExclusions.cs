namespace Tarn.Tests.Emulator;

/// <summary>Which cases do not run where the collector is stressed, and why.</summary>
internal static class StressExclusions
{
    private const string FullHeap = "fills the heap with a million blocks, all of which would be verified before each allocation";

    private const string Ticks = "counts what happens from tick to tick, and a collection with its verification may take longer than that";

    /// <summary>Whole classes, and single cases.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["HeapCostTests"] = "counts instructions of allocations",
        ["MemoryCostTests"] = "counts instructions",
        ["TaskCostTests"] = "counts instructions",
        ["InterruptSweepTests"] = "counts instructions up to an interrupt",
        ["TaskTests.AnIdleKernelIsWokenByTheClockAlone"] = "counts halts, one for each tick",
        ["TaskTests.AnIdleTickCostsLittle"] = "counts instructions",
        ["TaskTests.AnInterruptWakesATask"] = Ticks,
        ["TaskTests.DelaysElapseInTheirOrder"] = Ticks,
        ["TaskTests.TheSteadyStateAllocatesNothing"] = Ticks,
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
