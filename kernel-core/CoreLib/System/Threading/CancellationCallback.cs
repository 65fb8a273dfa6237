using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>Whom to tell of a cancellation. Belongs to a source, which uses it again when it has been unregistered.</summary>
internal sealed class CancellationCallback(CancellationTokenSource source)
{
    internal CancellationCallback? Previous;
    internal CancellationCallback? Next;

    /// <summary>Which of its uses it is in; 0 in none.</summary>
    internal long Id;

    /// <summary>An <see cref="Action{T}"/>, or one that takes the token as well.</summary>
    internal Delegate? Callback;

    internal object? State;

    internal CancellationTokenSource Source => source;

    internal void Invoke(CancellationToken token)
    {
        if (Callback is Action<object?> action)
        {
            action(State);
        }
        else
        {
            Unsafe.As<Action<object?, CancellationToken>>(Callback!)(State, token);
        }
    }
}
