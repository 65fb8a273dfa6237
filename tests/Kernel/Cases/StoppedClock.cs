using System;
using Tarn.Kernel;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>A clock whose time does not pass: for cases that have the timer to themselves. What waits for a time waits for ever.</summary>
internal sealed class StoppedClock : IClock
{
    /// <inheritdoc/>
    public TimeSpan Elapsed => TimeSpan.Zero;

    /// <inheritdoc/>
    public TimeSpan Resolution => TimeSpan.FromMilliseconds(1);
}
