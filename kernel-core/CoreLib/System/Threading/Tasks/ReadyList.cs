namespace System.Threading.Tasks;

/// <summary>Tasks of one priority that are ready, in the order in which they became so. <see cref="ReadyQueue{TProbe}"/> says how.</summary>
/// <remarks>It stands before its first one, so that it need not be told from the tasks in it; it has no turns itself.</remarks>
internal sealed class ReadyList : Task
{
    /// <summary>Where the next one is linked.</summary>
    internal ListEnd End;

    internal ReadyList(bool isUrgent)
    {
        IsUrgent = isUrgent;
        End.SetTo(this);
    }

    /// <summary>Whether the turns of its tasks come before those of others.</summary>
    internal bool IsUrgent { get; }
}
