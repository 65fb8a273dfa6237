using System;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers;

/// <summary>A clock that stands still.</summary>
internal sealed class StoppedClock : IClock
{
    public TimeSpan Elapsed => default;

    public TimeSpan Resolution => TimeSpan.FromMilliseconds(1);
}
