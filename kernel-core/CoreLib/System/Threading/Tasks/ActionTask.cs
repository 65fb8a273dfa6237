namespace System.Threading.Tasks;

/// <summary>A delegate that waits for its turn, or for another task.</summary>
internal class ActionTask : Task
{
    private readonly Action _action;

    internal ActionTask(Action action)
    {
        _action = action;
        Account = TaskExecutor.Installed?.Current;
    }

    internal override void TakeTurn() => _action();
}
