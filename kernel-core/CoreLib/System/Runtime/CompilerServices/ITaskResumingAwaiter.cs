using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>An awaiter that can resume a task: an <c>async</c> method then needs no delegate to itself.</summary>
internal interface ITaskResumingAwaiter
{
    /// <summary>Has <paramref name="waiter"/> resumed when what is awaited is there.</summary>
    void Await(Task waiter);
}
