using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

public static class TaskAsyncEnumerableExtensions
{
    public static ConfiguredAsyncDisposable ConfigureAwait(this IAsyncDisposable source, bool continueOnCapturedContext) => new(source);

    public static ConfiguredCancelableAsyncEnumerable<T> ConfigureAwait<T>(this IAsyncEnumerable<T> source, bool continueOnCapturedContext)
        where T : allows ref struct => new(source, default);

    /// <summary>Gives the token to whoever produces what <c>await foreach</c> goes through.</summary>
    public static ConfiguredCancelableAsyncEnumerable<T> WithCancellation<T>(
        this IAsyncEnumerable<T> source, CancellationToken cancellationToken)
        where T : allows ref struct => new(source, cancellationToken);
}
