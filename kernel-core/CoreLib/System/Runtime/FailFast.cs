using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Runtime;

/// <summary>The end, where going on would be wrong. None of this allocates.</summary>
internal static unsafe class FailFast
{
    private const int LongestMessage = 128;

    /// <summary>Provided by the image: reports the message and never returns. May be called in any context.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "tarn_panic")]
    internal static extern void Panic(char* message, int length);

    [DoesNotReturn]
    internal static void Panic(string message)
    {
        fixed (char* first = &message.GetRawStringData())
        {
            Panic(first, message.Length);
        }
    }

    /// <summary>As <see cref="Panic(string)"/>; such a constant is half as long in the image, and lies where nothing can write.</summary>
    /// <param name="message">ASCII, at most 128 characters.</param>
    [DoesNotReturn]
    internal static void Panic(ReadOnlySpan<byte> message)
    {
        var buffer = stackalloc char[LongestMessage];
        var position = LongestMessage;
        Prepend(message, buffer, ref position);
        Panic(buffer + position, LongestMessage - position);
    }

    private static void Prepend(ReadOnlySpan<byte> text, char* buffer, ref int position)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            buffer[--position] = (char)text[i];
        }
    }
}
