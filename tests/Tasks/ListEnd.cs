namespace System.Threading.Tasks;

/// <summary>In place of the core library's, in the same steps: it keeps the last task, and not the address of its link.</summary>
internal struct ListEnd
{
    private Task _last;

    internal void SetTo(ReadyList list) => Volatile.Write(ref _last, list);

    internal bool TrySetTo(ReadyList list, Task last) => ReferenceEquals(Interlocked.CompareExchange(ref _last, list, last), last);

    internal void Append<TProbe>(Task task)
        where TProbe : struct, IQueueProbe
    {
        var before = Interlocked.Exchange(ref _last, task);
        TProbe.Step();
        before.Next = task;
    }
}
