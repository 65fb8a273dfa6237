// Whether a check is compiled in is decided where it is written, not here: without this, these methods would drop their own calls to each other.
#define DEBUG

using System.Diagnostics.CodeAnalysis;

namespace System.Diagnostics;

/// <summary>Checks that are compiled into debug builds only. One that fails ends in a panic with its message.</summary>
public static class Debug
{
    [Conditional("DEBUG")]
    public static void Assert([DoesNotReturnIf(false)] bool condition) => Assert(condition, null);

    [Conditional("DEBUG")]
    public static void Assert([DoesNotReturnIf(false)] bool condition, string? message)
    {
        if (!condition)
        {
            Fail(message);
        }
    }

    [Conditional("DEBUG")]
    [DoesNotReturn]
    public static void Fail(string? message) => Environment.FailFast(message ?? "An assertion failed.");
}
