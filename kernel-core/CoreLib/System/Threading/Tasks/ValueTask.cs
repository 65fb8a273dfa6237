using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace System.Threading.Tasks;

/// <summary>Something that has been done, or a <see cref="Tasks.Task"/>, or an <see cref="IValueTaskSource"/>. To be awaited once.</summary>
[AsyncMethodBuilder(typeof(AsyncValueTaskMethodBuilder))]
public readonly struct ValueTask : IEquatable<ValueTask>
{
    /// <summary>Null if it is done.</summary>
    internal readonly object? Source;

    internal readonly short Token;

    public ValueTask(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        Source = task;
    }

    public ValueTask(IValueTaskSource source, short token)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
        Token = token;
    }

    public static ValueTask CompletedTask => default;

    public bool IsCompleted => GetStatus() != ValueTaskSourceStatus.Pending;

    public bool IsCompletedSuccessfully => GetStatus() == ValueTaskSourceStatus.Succeeded;

    public bool IsFaulted => GetStatus() == ValueTaskSourceStatus.Faulted;

    public bool IsCanceled => GetStatus() == ValueTaskSourceStatus.Canceled;

    public static ValueTask<TResult> FromResult<TResult>(TResult result) => new(result);

    public static ValueTask FromCanceled(CancellationToken cancellationToken) => new(Task.FromCanceled(cancellationToken));

    public static ValueTask<TResult> FromCanceled<TResult>(CancellationToken cancellationToken) =>
        new(Task.FromCanceled<TResult>(cancellationToken));

    public static ValueTask FromException(Exception exception) => new(Task.FromException(exception));

    public static ValueTask<TResult> FromException<TResult>(Exception exception) => new(Task.FromException<TResult>(exception));

    public static bool operator ==(ValueTask left, ValueTask right) => left.Equals(right);

    public static bool operator !=(ValueTask left, ValueTask right) => !left.Equals(right);

    /// <summary>The same as a task. Allocates where it is a source that has not ended.</summary>
    public Task AsTask() => Source switch
    {
        null => Task.CompletedTask,
        Task task => task,
        _ => FromSource(Unsafe.As<IValueTaskSource>(Source)),
    };

    /// <summary>One that can be awaited several times.</summary>
    public ValueTask Preserve() => Source is null ? this : new ValueTask(AsTask());

    public ValueTaskAwaiter GetAwaiter() => new(this);

    public ConfiguredValueTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) => new(this);

    public bool Equals(ValueTask other) => Source == other.Source && Token == other.Token;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTask other && Equals(other);

    public override int GetHashCode() => Source?.GetHashCode() ?? 0;

    internal void GetResult()
    {
        if (Source is Task task)
        {
            task.EndAwait();
        }
        else if (Source is not null)
        {
            Unsafe.As<IValueTaskSource>(Source).GetResult(Token);
        }
    }

    internal void Await(Task waiter)
    {
        if (Source is Task task)
        {
            task.ResumeWhenCompleted(waiter);
        }
        else if (Source is not null)
        {
            Unsafe.As<IValueTaskSource>(Source).OnCompleted(Task.ResumeContinuation, waiter, Token, ValueTaskSourceOnCompletedFlags.None);
        }
        else
        {
            TaskExecutor.Post(waiter);
        }
    }

    private ValueTaskSourceStatus GetStatus() => Source switch
    {
        null => ValueTaskSourceStatus.Succeeded,
        Task task => StatusOf(task),
        _ => Unsafe.As<IValueTaskSource>(Source).GetStatus(Token),
    };

    internal static ValueTaskSourceStatus StatusOf(Task task) => task.Status switch
    {
        TaskStatus.RanToCompletion => ValueTaskSourceStatus.Succeeded,
        TaskStatus.Faulted => ValueTaskSourceStatus.Faulted,
        TaskStatus.Canceled => ValueTaskSourceStatus.Canceled,
        _ => ValueTaskSourceStatus.Pending,
    };

    private async Task FromSource(IValueTaskSource source) => await new ValueTask(source, Token);
}
