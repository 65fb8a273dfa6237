using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>Everything that <see cref="ConsoleRouter"/> knows. All zero, it is a console without sinks.</summary>
internal struct ConsoleRouterState
{
    /// <summary>The sinks, of which the first <see cref="Count"/> are there.</summary>
    public SinkSlots Sinks;

    public int Count;

    /// <summary>The one sink that gets everything at the moment, if any.</summary>
    public IConsoleSink? Redirection;

    [InlineArray(ConsoleRouter.MaximumSinks)]
    internal struct SinkSlots
    {
        private IConsoleSink? _first;
    }
}
