using System;

namespace Tarn.Bench;

/// <summary>Says what a workload took, for a reader and, line by line, for the pipeline.</summary>
public static class Figure
{
    /// <summary>Prints <c>figure WORKLOAD UNIT RAW NULL OPERATIONS</c>. Context: not in interrupt handlers, as it writes to the console.</summary>
    /// <param name="workload">The name of docs/performance.md, without blanks.</param>
    /// <param name="unit">What the quotients count, without blanks.</param>
    /// <param name="raw">All that was counted, the harness included.</param>
    /// <param name="nothing">What the harness alone takes.</param>
    /// <param name="operations">By which both are divided: 1 or more.</param>
    public static void Report(string workload, string unit, ulong raw, ulong nothing, ulong operations) =>
        Console.WriteLine($"figure {workload} {unit} {raw} {nothing} {operations}");
}
