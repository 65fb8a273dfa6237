using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace System.Threading.Tasks;

/// <summary>What the sources of tasks have in common.</summary>
internal static class TaskCompletion
{
    internal static void ThrowUnless(bool isFirst)
    {
        if (!isFirst)
        {
            throw new InvalidOperationException(
                "An attempt was made to transition a task to a final state when it had already completed.");
        }
    }

    internal static void ThrowUnlessEnded([NotNull] Task? task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (!task.IsCompleted)
        {
            throw new ArgumentException("The provided task must have already completed.", nameof(task));
        }
    }

    internal static Exception[] Copy(IEnumerable<Exception> exceptions)
    {
        ArgumentNullException.ThrowIfNull(exceptions);
        var copy = new List<Exception>(exceptions).ToArray();
        if (copy.Length == 0)
        {
            throw new ArgumentException("The exceptions collection was empty.", nameof(exceptions));
        }

        if (Array.IndexOf(copy, null!) >= 0)
        {
            throw new ArgumentException("The exceptions collection included at least one null element.", nameof(exceptions));
        }

        return copy;
    }
}
