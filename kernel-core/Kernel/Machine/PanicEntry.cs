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

    /// <summary>The symbol <c>tarn_panic_unhandled</c>: never returns.</summary>
    /// <param name="exception">The exception that nobody catches.</param>
    /// <param name="fault">Where a processor's fault was the reason, what the processor knew: first of it the function that reports it.</param>
    [RuntimeExport("tarn_panic_unhandled")]
    private static void FailUnhandled(Exception exception, void* fault)
    {
        if (fault is not null)
        {
            (*(delegate*<void*, Exception, void>*)fault)(fault, exception);
        }

        Panic.Fail(new UnhandledExceptionReport(exception));
    }
}
