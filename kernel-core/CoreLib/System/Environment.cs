using System.Diagnostics.CodeAnalysis;
using System.Runtime;

namespace System;

public static class Environment
{
    public static string NewLine => "\n";

    public static bool Is64BitProcess => true;

    /// <summary>All tasks run on one thread, number 1.</summary>
    public static int CurrentManagedThreadId => 1;

    /// <summary>Ends in a panic with the message. May be called in any context; does not allocate.</summary>
    [DoesNotReturn]
    public static void FailFast(string? message) => Runtime.FailFast.Panic(message ?? "The kernel was told to fail, without a message.");

    /// <summary>Ends in a panic with the message, or without one with that of the exception.</summary>
    [DoesNotReturn]
    public static void FailFast(string? message, Exception? exception) => FailFast(message ?? exception?.Message);
}
