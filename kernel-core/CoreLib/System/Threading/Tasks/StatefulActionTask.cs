namespace System.Threading.Tasks;

/// <summary>A delegate and what to call it with, waiting for their turn.</summary>
internal sealed class StatefulActionTask : Task
{
    private readonly Action<object?> _action;
    private readonly object? _state;

    internal StatefulActionTask(Action<object?> action, object? state)
    {
        _action = action;
        _state = state;
        Account = TaskExecutor.Installed?.Current;
    }

    internal override void TakeTurn() => _action(_state);
}
