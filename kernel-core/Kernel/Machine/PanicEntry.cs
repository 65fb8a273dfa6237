using System.Runtime;

namespace Tarn.Kernel;

/// <summary>Where code that cannot name <see cref="Panic"/> gets there: the core library's throw path, assembly.</summary>
internal static class PanicEntry
{
    /// <summary>The symbol <c>tarn_panic</c>: takes a string (null is allowed) and never returns.</summary>
    [RuntimeExport("tarn_panic")]
    private static void Fail(string? message) => Panic.Fail(message);
}
