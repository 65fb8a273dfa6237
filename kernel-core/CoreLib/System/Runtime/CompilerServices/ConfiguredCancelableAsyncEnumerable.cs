using System.Collections.Generic;
using System.Threading;

namespace System.Runtime.CompilerServices;

/// <summary>What <c>await foreach</c> goes through, with a token.</summary>
public readonly struct ConfiguredCancelableAsyncEnumerable<T>
    where T : allows ref struct
{
    private readonly IAsyncEnumerable<T> _enumerable;
    private readonly CancellationToken _cancellationToken;

    internal ConfiguredCancelableAsyncEnumerable(IAsyncEnumerable<T> enumerable, CancellationToken cancellationToken)
    {
        _enumerable = enumerable;
        _cancellationToken = cancellationToken;
    }

    public ConfiguredCancelableAsyncEnumerable<T> ConfigureAwait(bool continueOnCapturedContext) => this;

    public ConfiguredCancelableAsyncEnumerable<T> WithCancellation(CancellationToken cancellationToken) => new(_enumerable, cancellationToken);

    public Enumerator GetAsyncEnumerator() => new(_enumerable.GetAsyncEnumerator(_cancellationToken));

    public readonly struct Enumerator
    {
        private readonly IAsyncEnumerator<T> _enumerator;

        internal Enumerator(IAsyncEnumerator<T> enumerator)
        {
            _enumerator = enumerator;
        }

        public T Current => _enumerator.Current;

        public ConfiguredValueTaskAwaitable<bool> MoveNextAsync() => _enumerator.MoveNextAsync().ConfigureAwait(false);

        public ConfiguredValueTaskAwaitable DisposeAsync() => _enumerator.DisposeAsync().ConfigureAwait(false);
    }
}
