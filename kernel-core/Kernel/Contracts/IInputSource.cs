using System.Collections.Generic;

namespace Tarn.Kernel;

/// <summary>What is typed, as it comes: bytes of a device, or <see cref="KeyEvent"/>s. Without end, and for one reader.</summary>
/// <typeparam name="T">What comes in.</typeparam>
/// <remarks>
/// Belongs to the task that reads: <c>await foreach</c> waits until there is something. Allocates for each <c>await foreach</c>, and
/// nothing
/// for what comes.
/// </remarks>
public interface IInputSource<out T> : IAsyncEnumerable<T>
{
    /// <summary>How many bytes of the device were lost because nobody had read those before them.</summary>
    uint Dropped { get; }
}
