using System;

namespace Tarn.Testing;

/// <summary>The case that is running, as it speaks to the harness.</summary>
public static class TestCase
{
    /// <summary>
    /// Says that the case is alive: its time limit starts anew. For cases that compute for long without printing; printing beats as well.
    /// </summary>
    public static void Beat() => TestRun.Current.Beat();

    /// <summary>Says that the case cannot run on this machine, and why. It does not end the case: return after it.</summary>
    /// <param name="reason">What is missing; shown with the case.</param>
    public static void Skip(string reason) => TestRun.Current.Skip(reason);
}
