using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace System.Threading.Tasks;

/// <summary>A result, or a <see cref="Task{TResult}"/>, or an <see cref="IValueTaskSource{TResult}"/>. To be awaited once.</summary>
[AsyncMethodBuilder(typeof(AsyncValueTaskMethodBuilder<>))]
public readonly struct ValueTask<TResult> : IEquatable<ValueTask<TResult>>
{
    /// <summary>Null if there is a result.</summary>
    internal readonly object? Source;

    internal readonly TResult? Value;
    internal readonly short Token;

    public ValueTask(TResult result)
    {
        Value = result;
    }

    public ValueTask(Task<TResult> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        Source = task;
    }

    public ValueTask(IValueTaskSource<TResult> source, short token)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
        Token = token;
    }

    public bool IsCompleted => GetStatus() != ValueTaskSourceStatus.Pending;

    public bool IsCompletedSuccessfully => GetStatus() == ValueTaskSourceStatus.Succeeded;

    public bool IsFaulted => GetStatus() == ValueTaskSourceStatus.Faulted;

    public bool IsCanceled => GetStatus() == ValueTaskSourceStatus.Canceled;

    public TResult Result
    {
        get
        {
            if (Source is null)
            {
                return Value!;
            }

            if (Source is Task<TResult> task)
            {
                task.EndAwait();
                return task.Value!;
            }

            return Unsafe.As<IValueTaskSource<TResult>>(Source).GetResult(Token);
        }
    }

    public static bool operator ==(ValueTask<TResult> left, ValueTask<TResult> right) => left.Equals(right);

    public static bool operator !=(ValueTask<TResult> left, ValueTask<TResult> right) => !left.Equals(right);

    /// <summary>The same as a task. Allocates, unless it is one.</summary>
    public Task<TResult> AsTask() => Source switch
    {
        null => Task.FromResult(Value!),
        Task<TResult> task => task,
        _ => FromSource(Unsafe.As<IValueTaskSource<TResult>>(Source)),
    };

    /// <summary>One that can be awaited several times.</summary>
    public ValueTask<TResult> Preserve() => Source is null ? this : new ValueTask<TResult>(AsTask());

    public ValueTaskAwaiter<TResult> GetAwaiter() => new(this);

    public ConfiguredValueTaskAwaitable<TResult> ConfigureAwait(bool continueOnCapturedContext) => new(this);

    public bool Equals(ValueTask<TResult> other) => Source is null && other.Source is null
        ? System.Collections.Generic.EqualityComparer<TResult>.Default.Equals(Value!, other.Value!)
        : Source == other.Source && Token == other.Token;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTask<TResult> other && Equals(other);

    public override int GetHashCode() => Source?.GetHashCode() ?? Value?.GetHashCode() ?? 0;

    public override string? ToString() => IsCompletedSuccessfully ? Result?.ToString() : string.Empty;

    internal void Await(Task waiter)
    {
        if (Source is Task task)
        {
            task.ResumeWhenCompleted(waiter);
        }
        else if (Source is not null)
        {
            Unsafe.As<IValueTaskSource<TResult>>(Source)
                .OnCompleted(Task.ResumeContinuation, waiter, Token, ValueTaskSourceOnCompletedFlags.None);
        }
        else
        {
            TaskExecutor.Post(waiter);
        }
    }

    private ValueTaskSourceStatus GetStatus() => Source switch
    {
        null => ValueTaskSourceStatus.Succeeded,
        Task task => ValueTask.StatusOf(task),
        _ => Unsafe.As<IValueTaskSource<TResult>>(Source).GetStatus(Token),
    };

    private async Task<TResult> FromSource(IValueTaskSource<TResult> source) => await new ValueTask<TResult>(source, Token);
}
