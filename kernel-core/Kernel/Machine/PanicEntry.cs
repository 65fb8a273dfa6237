using System;
using System.Runtime;

namespace Tarn.Kernel;

/// <summary>Where code that cannot name <see cref="Panic"/> gets there: the core library's throw path, assembly.</summary>
internal static unsafe class PanicEntry
{
    /// <summary>The symbol <c>tarn_panic</c>: never returns.</summary>
    /// <param name="message">UTF-16 units; may be null if there are none.</param>
    /// <param name="length">How many.</param>
    [RuntimeExport("tarn_panic")]
    private static void Fail(char* message, int length) => Panic.Fail(new ReadOnlySpan<char>(message, length));
}
