namespace System.Threading.Tasks;

/// <summary>Waits for one of the tasks that <see cref="Task.WhenAll(Task[])"/> waits for.</summary>
internal sealed class WhenAllWaiter(WhenAllState state, Task task) : Task
{
    internal override void TakeTurn() => state.Count(task);
}
