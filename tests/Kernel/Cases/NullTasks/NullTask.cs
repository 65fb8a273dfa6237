using System.Runtime.CompilerServices;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What an <c>async</c> method returns that is run without tasks: the harness of the workloads W6, and nothing but it.</summary>
/// <remarks>
/// The compiler makes of such a method what it makes of any other. There is no queue, no state of a task, no account, no result, no
/// exception, nobody who awaits it: what is left is the method itself, and one virtual call for a turn.
/// </remarks>
[AsyncMethodBuilder(typeof(NullTaskMethodBuilder))]
internal class NullTask
{
    /// <summary>Of all methods that have ended without waiting.</summary>
    public static readonly NullTask Completed = new();

    /// <summary>The method goes on.</summary>
    public virtual void TakeTurn()
    {
    }
}
