using System;

namespace Tarn.Kernel;

/// <summary>Console text goes elsewhere until this is disposed of; <see cref="ConsoleRouter.Redirect"/> makes it.</summary>
/// <remarks>Redirections nest. Dispose of each once, the last one first: <c>using</c> does.</remarks>
public readonly struct ConsoleRedirection : IDisposable
{
    private readonly IConsoleSink? _previous;

    internal ConsoleRedirection(IConsoleSink? previous) => _previous = previous;

    /// <summary>Sends console text where it went before.</summary>
    public void Dispose() => ConsoleRouter.EndRedirection(_previous);
}
