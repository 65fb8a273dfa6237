namespace System.Runtime.CompilerServices;

/// <summary>What <c>await using</c> disposes.</summary>
public readonly struct ConfiguredAsyncDisposable
{
    private readonly IAsyncDisposable _source;

    internal ConfiguredAsyncDisposable(IAsyncDisposable source)
    {
        _source = source;
    }

    public ConfiguredValueTaskAwaitable DisposeAsync() => _source.DisposeAsync().ConfigureAwait(false);
}
