using System;

namespace Tarn.Kernel;

/// <summary>A clock that only goes forward. It knows how much time has passed, not what time it is.</summary>
public interface IClock
{
    /// <summary>The time since the clock was started; never less than what it was before.</summary>
    /// <remarks>Neither allocates nor throws; may be asked anywhere, also with interrupts masked (but a clock that lives on interrupts
    /// stands still then).</remarks>
    TimeSpan Elapsed { get; }

    /// <summary>The step in which <see cref="Elapsed"/> advances.</summary>
    TimeSpan Resolution { get; }
}
