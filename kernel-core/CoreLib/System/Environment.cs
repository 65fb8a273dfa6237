using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Threading.Tasks;

namespace System;

public static class Environment
{
    public static string NewLine => "\n";

    public static bool Is64BitProcess => true;

    /// <summary>All tasks run on one thread, number 1.</summary>
    public static int CurrentManagedThreadId => 1;

    /// <summary>One processor runs the tasks.</summary>
    public static int ProcessorCount => 1;

    /// <summary>The time in milliseconds since the clock of the image's executor was started. Begins anew at int.MinValue every 49.7 days.</summary>
    /// <exception cref="InvalidOperationException">The image has no executor to ask.</exception>
    public static int TickCount => (int)TickCount64;

    /// <summary>The time in milliseconds since the clock of the image's executor was started.</summary>
    /// <exception cref="InvalidOperationException">The image has no executor to ask.</exception>
    public static long TickCount64 => TaskExecutor.Required.Now.Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>Ends in a panic with the message. May be called in any context; does not allocate.</summary>
    [DoesNotReturn]
    public static void FailFast(string? message) => Runtime.FailFast.Panic(message ?? "The kernel was told to fail, without a message.");

    /// <summary>Ends in a panic with the message, or without one with that of the exception.</summary>
    [DoesNotReturn]
    public static void FailFast(string? message, Exception? exception) => FailFast(message ?? exception?.Message);
}
