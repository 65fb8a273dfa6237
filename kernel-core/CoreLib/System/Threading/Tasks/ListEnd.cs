using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

/// <summary>The end of a <see cref="ReadyList"/>: the link that is null, that of the last task or of the list itself.</summary>
/// <remarks>
/// It is kept as an address, for one exchange of it is all that must not be divided by an interrupt. No collector moves objects, and whatever
/// the link is part of is held by the list. (On .NET, tests have another one.)
/// </remarks>
internal unsafe struct ListEnd
{
    private nint _link;

    /// <summary>Makes it the end of a list that has nothing. An interrupt comes before this or after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SetTo(ReadyList list) => _link = AddressOfLink(list);

    /// <summary>The same if a task is still the last one.</summary>
    /// <returns>Whether it is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySetTo(ReadyList list, Task last)
    {
        var link = AddressOfLink(last);
        return Interlocked.CompareExchange(ref _link, AddressOfLink(list), link) == link;
    }

    /// <summary>Makes a task the last one. An interrupt may append others between the two steps.</summary>
    /// <param name="task">A task whose link is null.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Append<TProbe>(Task task)
        where TProbe : struct, IQueueProbe
    {
        var link = Interlocked.Exchange(ref _link, AddressOfLink(task));
        TProbe.Step();
        *(nint*)link = Link.AddressOf(task);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint AddressOfLink(Task task) => (nint)Unsafe.AsPointer(ref task.Next);
}
