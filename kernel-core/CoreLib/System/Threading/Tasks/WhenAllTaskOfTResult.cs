namespace System.Threading.Tasks;

/// <summary>Ends when all of several tasks have ended, with their results in their order.</summary>
internal sealed class WhenAllTask<TResult> : Task<TResult[]>
{
    private readonly Task<TResult>[] _tasks;
    private readonly WhenAllState _state;

    internal WhenAllTask(Task<TResult>[] tasks)
    {
        _tasks = tasks;
        _state = new WhenAllState(Finish);
        _state.Begin(tasks);
    }

    private void Finish()
    {
        if (_state.TryGiveFailure(this))
        {
            return;
        }

        var results = new TResult[_tasks.Length];
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = _tasks[index].Value!;
        }

        TrySetResult(results);
    }
}
