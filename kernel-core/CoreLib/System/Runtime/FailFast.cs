using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Runtime;

/// <summary>The end, where going on would be wrong. None of this allocates.</summary>
internal static unsafe class FailFast
{
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

    [DoesNotReturn]
    internal static void OutOfMemory(nuint size)
    {
        // "out of memory: N bytes asked", written from the end because that is how digits come.
        const int capacity = 64;
        var buffer = stackalloc char[capacity];
        var position = capacity;
        Prepend(" bytes asked", buffer, ref position);
        do
        {
            buffer[--position] = (char)('0' + (size % 10));
            size /= 10;
        }
        while (size != 0);

        Prepend("out of memory: ", buffer, ref position);
        Panic(buffer + position, capacity - position);
    }

    private static void Prepend(string text, char* buffer, ref int position)
    {
        ref var characters = ref text.GetRawStringData();
        for (var i = text.Length - 1; i >= 0; i--)
        {
            buffer[--position] = Unsafe.Add(ref characters, i);
        }
    }
}
