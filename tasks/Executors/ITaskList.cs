namespace Tarn.Tasks;

/// <summary>An executor's list of the tasks that have not ended.</summary>
internal interface ITaskList
{
    /// <summary>A task has ended.</summary>
    void Remove(KernelTask task);
}
