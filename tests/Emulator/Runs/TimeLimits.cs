using System.Globalization;

namespace Tarn.Tests.Emulator.Runs;

/// <summary>How long the harness waits, by the host's clock.</summary>
/// <param name="Silence">The longest time without a frame while something is awaited: a case that computes for longer must beat.</param>
/// <param name="Total">The longest time from the start of a machine to its end.</param>
public sealed record TimeLimits(TimeSpan Silence, TimeSpan Total)
{
    /// <summary>
    /// What holds where nothing else is said: generous, because a loaded machine is no bug of the kernel's. The environment variable
    /// TARN_SILENCE, in seconds, shortens the silence for runs in which a kernel is expected to hang (tests/Mutations).
    /// </summary>
    public static TimeLimits Default { get; } = new(
        Environment.GetEnvironmentVariable("TARN_SILENCE") is { } seconds
            ? TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)) : TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(15));
}
