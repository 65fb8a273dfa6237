using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;

namespace System.Threading.Channels;

/// <summary>A channel that keeps its items in a queue; unbounded where the capacity is the largest number.</summary>
/// <remarks>
/// Either the queue holds items, or readers wait. Writers wait only where the queue is full. Reads and writes that end at once allocate
/// nothing, nor do those that wait, once as many have waited before.
/// </remarks>
internal sealed class QueueChannel<T> : Channel<T>
{
    private readonly ItemQueue<T> _items = new();
    private readonly int _capacity;
    private readonly BoundedChannelFullMode _fullMode;
    private readonly Action<T>? _itemDropped;
    private readonly TaskCompletionSource _completion;

    /// <summary>Those in <see cref="ChannelReader{T}.ReadAsync"/>.</summary>
    private readonly ChannelWaitList<T> _readers;

    /// <summary>Those in <see cref="ChannelWriter{T}.WriteAsync"/>, with their items.</summary>
    private readonly ChannelWaitList<T> _writers;

    private readonly ChannelWaitList<bool> _waitingReaders;
    private readonly ChannelWaitList<bool> _waitingWriters;

    private bool _isClosed;

    /// <summary>Why it was closed, if something was wrong.</summary>
    private Exception? _error;

    internal QueueChannel(int capacity, BoundedChannelFullMode fullMode, bool runContinuationsAsynchronously, Action<T>? itemDropped)
    {
        _capacity = capacity;
        _fullMode = fullMode;
        _itemDropped = itemDropped;
        _completion = new TaskCompletionSource(
            runContinuationsAsynchronously ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);
        _readers = new ChannelWaitList<T>(runContinuationsAsynchronously);
        _writers = new ChannelWaitList<T>(runContinuationsAsynchronously: true);
        _waitingReaders = new ChannelWaitList<bool>(runContinuationsAsynchronously);
        _waitingWriters = new ChannelWaitList<bool>(runContinuationsAsynchronously: true);
        Reader = new QueueReader(this);
        Writer = new QueueWriter(this);
    }

    private bool IsFull => _items.Count >= _capacity;

    /// <summary>What those are thrown who use it when it is closed: a cancellation, where that is what closed it.</summary>
    private Exception ClosedException => _error as OperationCanceledException ?? (Exception)new ChannelClosedException(_error);

    private bool TryRead([MaybeNullWhen(false)] out T item)
    {
        if (!_items.TryDequeue(out item))
        {
            return false;
        }

        // There is room for a writer that waits with its item; else for those that wait for room.
        if (_writers.TryTake(out var writer))
        {
            _items.Enqueue(writer.Item!);
            writer.SetResult(default!);
        }
        else if (!_isClosed)
        {
            WakeAll(_waitingWriters);
        }

        if (_isClosed && _items.Count == 0)
        {
            Complete();
        }

        return true;
    }

    private ValueTask<T> ReadAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        if (TryRead(out var item))
        {
            return new ValueTask<T>(item);
        }

        if (_isClosed)
        {
            return _error is OperationCanceledException { CancellationToken: var token }
                ? ValueTask.FromCanceled<T>(token.IsCancellationRequested ? token : new CancellationToken(canceled: true))
                : ValueTask.FromException<T>(ClosedException);
        }

        var wait = _readers.Add(cancellationToken);
        return new ValueTask<T>(wait, wait.Version);
    }

    private ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<bool>(cancellationToken);
        }

        if (_items.Count > 0)
        {
            return new ValueTask<bool>(true);
        }

        if (_isClosed)
        {
            return _error is null ? new ValueTask<bool>(false) : ValueTask.FromException<bool>(_error);
        }

        var wait = _waitingReaders.Add(cancellationToken);
        return new ValueTask<bool>(wait, wait.Version);
    }

    private bool TryWrite(T item)
    {
        if (_isClosed)
        {
            return false;
        }

        if (_readers.TryTake(out var reader))
        {
            reader.SetResult(item);
            return true;
        }

        if (!IsFull)
        {
            Enqueue(item);
            return true;
        }

        switch (_fullMode)
        {
            case BoundedChannelFullMode.Wait:
                return false;
            case BoundedChannelFullMode.DropWrite:
                _itemDropped?.Invoke(item);
                return true;
            case BoundedChannelFullMode.DropOldest:
                var oldest = _items.Dequeue();
                _items.Enqueue(item);
                _itemDropped?.Invoke(oldest);
                return true;
            default:
                var newest = _items.RemoveLast();
                _items.Enqueue(item);
                _itemDropped?.Invoke(newest);
                return true;
        }
    }

    private ValueTask WriteAsync(T item, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        if (TryWrite(item))
        {
            return default;
        }

        if (_isClosed)
        {
            return ValueTask.FromException(ClosedException);
        }

        var wait = _writers.Add(cancellationToken, item);
        return new ValueTask(wait, wait.Version);
    }

    private ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<bool>(cancellationToken);
        }

        if (_isClosed)
        {
            return _error is null ? new ValueTask<bool>(false) : ValueTask.FromException<bool>(_error);
        }

        if (!IsFull || _fullMode != BoundedChannelFullMode.Wait)
        {
            return new ValueTask<bool>(true);
        }

        var wait = _waitingWriters.Add(cancellationToken);
        return new ValueTask<bool>(wait, wait.Version);
    }

    private bool TryComplete(Exception? error)
    {
        if (_isClosed)
        {
            return false;
        }

        _isClosed = true;
        _error = error;
        if (_items.Count == 0)
        {
            Complete();
        }

        while (_readers.TryTake(out var reader))
        {
            reader.SetException(ClosedException);
        }

        while (_writers.TryTake(out var writer))
        {
            writer.SetException(ClosedException);
        }

        EndAll(_waitingReaders);
        EndAll(_waitingWriters);
        return true;
    }

    private void Enqueue(T item)
    {
        _items.Enqueue(item);
        WakeAll(_waitingReaders);
    }

    /// <summary>The last item is gone.</summary>
    private void Complete()
    {
        if (_error is null)
        {
            _completion.TrySetResult();
        }
        else if (_error is OperationCanceledException cancellation)
        {
            _completion.TrySetCanceled(cancellation.CancellationToken);
        }
        else
        {
            // Readers are told; who asks for Completion, too. It is no failure of a task.
            _completion.Task.MarkObserved();
            _completion.TrySetException(_error);
        }
    }

    private void EndAll(ChannelWaitList<bool> waits)
    {
        for (var wait = waits.TakeAll(); wait is not null;)
        {
            var next = wait.Next;
            if (_error is null)
            {
                wait.SetResult(false);
            }
            else
            {
                wait.SetException(_error);
            }

            wait = next;
        }
    }

    private static void WakeAll(ChannelWaitList<bool> waits)
    {
        for (var wait = waits.TakeAll(); wait is not null;)
        {
            // Who is told may wait again at once.
            var next = wait.Next;
            wait.SetResult(true);
            wait = next;
        }
    }

    private sealed class QueueReader(QueueChannel<T> channel) : ChannelReader<T>
    {
        public override Task Completion => channel._completion.Task;

        public override bool CanCount => true;

        public override bool CanPeek => true;

        public override int Count => channel._items.Count;

        public override bool TryRead([MaybeNullWhen(false)] out T item) => channel.TryRead(out item);

        public override bool TryPeek([MaybeNullWhen(false)] out T item) => channel._items.TryPeek(out item);

        public override ValueTask<T> ReadAsync(CancellationToken cancellationToken = default) => channel.ReadAsync(cancellationToken);

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) =>
            channel.WaitToReadAsync(cancellationToken);
    }

    private sealed class QueueWriter(QueueChannel<T> channel) : ChannelWriter<T>
    {
        public override bool TryComplete(Exception? error = null) => channel.TryComplete(error);

        public override bool TryWrite(T item) => channel.TryWrite(item);

        public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default) =>
            channel.WaitToWriteAsync(cancellationToken);

        public override ValueTask WriteAsync(T item, CancellationToken cancellationToken = default) =>
            channel.WriteAsync(item, cancellationToken);
    }
}
