namespace System.Threading.Tasks;

/// <summary>Ends when all of several tasks have ended.</summary>
internal sealed class WhenAllTask : Task
{
    private readonly WhenAllState _state;

    internal WhenAllTask(Task[] tasks)
    {
        _state = new WhenAllState(Finish);
        _state.Begin(tasks);
    }

    private void Finish()
    {
        if (!_state.TryGiveFailure(this))
        {
            TrySetCompleted();
        }
    }
}
