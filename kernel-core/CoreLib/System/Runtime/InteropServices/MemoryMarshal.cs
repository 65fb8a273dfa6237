using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

/// <summary>Sees memory as something else than it was declared to be. The types and lengths that callers name are trusted.</summary>
public static unsafe partial class MemoryMarshal
{
    /// <summary>The first element of an array, or where it would be. The element type is not checked.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T GetArrayDataReference<T>(T[] array) => ref Unsafe.As<byte, T>(ref Unsafe.As<RawArrayData>(array).Data);

    /// <summary>The first byte of the first element of an array of any rank.</summary>
    public static ref byte GetArrayDataReference(Array array) => ref array.Data;

    /// <summary>The first element of a span, or where it would be; a null reference for the default span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T GetReference<T>(Span<T> span) => ref span._reference;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T GetReference<T>(ReadOnlySpan<T> span) => ref span._reference;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> CreateSpan<T>(scoped ref T reference, int length) => new(ref Unsafe.AsRef(in reference), length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<T> CreateReadOnlySpan<T>(scoped ref readonly T reference, int length) =>
        new(ref Unsafe.AsRef(in reference), length);

    /// <summary>What precedes the first zero character; empty for a null pointer.</summary>
    public static ReadOnlySpan<char> CreateReadOnlySpanFromNullTerminated(char* value)
    {
        var length = 0;
        while (value is not null && value[length] != 0)
        {
            length++;
        }

        return new ReadOnlySpan<char>(value, length);
    }

    /// <summary>What precedes the first zero byte; empty for a null pointer.</summary>
    public static ReadOnlySpan<byte> CreateReadOnlySpanFromNullTerminated(byte* value)
    {
        var length = 0;
        while (value is not null && value[length] != 0)
        {
            length++;
        }

        return new ReadOnlySpan<byte>(value, length);
    }

    /// <exception cref="OverflowException">The bytes are more than an <c>int</c> can count.</exception>
    public static Span<byte> AsBytes<T>(Span<T> span) where T : struct
    {
        ThrowIfReferences<T>();
        return new Span<byte>(ref Unsafe.As<T, byte>(ref GetReference(span)), checked(span.Length * sizeof(T)));
    }

    /// <exception cref="OverflowException">The bytes are more than an <c>int</c> can count.</exception>
    public static ReadOnlySpan<byte> AsBytes<T>(ReadOnlySpan<T> span) where T : struct
    {
        ThrowIfReferences<T>();
        return new ReadOnlySpan<byte>(ref Unsafe.As<T, byte>(ref GetReference(span)), checked(span.Length * sizeof(T)));
    }

    /// <summary>As many whole <typeparamref name="TTo"/> as the memory holds. Alignment is not checked: x86-64 does not need it.</summary>
    public static Span<TTo> Cast<TFrom, TTo>(Span<TFrom> span) where TFrom : struct where TTo : struct
    {
        ThrowIfReferences<TFrom>();
        ThrowIfReferences<TTo>();
        return new Span<TTo>(ref Unsafe.As<TFrom, TTo>(ref GetReference(span)), CastLength<TFrom, TTo>(span.Length));
    }

    /// <summary>As many whole <typeparamref name="TTo"/> as the memory holds. Alignment is not checked: x86-64 does not need it.</summary>
    public static ReadOnlySpan<TTo> Cast<TFrom, TTo>(ReadOnlySpan<TFrom> span) where TFrom : struct where TTo : struct
    {
        ThrowIfReferences<TFrom>();
        ThrowIfReferences<TTo>();
        return new ReadOnlySpan<TTo>(ref Unsafe.As<TFrom, TTo>(ref GetReference(span)), CastLength<TFrom, TTo>(span.Length));
    }

    public static T Read<T>(ReadOnlySpan<byte> source) where T : struct
    {
        ThrowIfShorter<T>(source.Length);
        return Unsafe.ReadUnaligned<T>(ref GetReference(source));
    }

    public static bool TryRead<T>(ReadOnlySpan<byte> source, out T value) where T : struct
    {
        ThrowIfReferences<T>();
        if (sizeof(T) > (uint)source.Length)
        {
            value = default;
            return false;
        }

        value = Unsafe.ReadUnaligned<T>(ref GetReference(source));
        return true;
    }

    public static void Write<T>(Span<byte> destination, in T value) where T : struct
    {
        ThrowIfShorter<T>(destination.Length);
        Unsafe.WriteUnaligned(ref GetReference(destination), value);
    }

    public static bool TryWrite<T>(Span<byte> destination, in T value) where T : struct
    {
        ThrowIfReferences<T>();
        if (sizeof(T) > (uint)destination.Length)
        {
            return false;
        }

        Unsafe.WriteUnaligned(ref GetReference(destination), value);
        return true;
    }

    public static ref T AsRef<T>(Span<byte> span) where T : struct
    {
        ThrowIfShorter<T>(span.Length);
        return ref Unsafe.As<byte, T>(ref GetReference(span));
    }

    public static ref readonly T AsRef<T>(ReadOnlySpan<byte> span) where T : struct
    {
        ThrowIfShorter<T>(span.Length);
        return ref Unsafe.As<byte, T>(ref GetReference(span));
    }

    private static int CastLength<TFrom, TTo>(int length) =>
        sizeof(TFrom) == sizeof(TTo) ? length : checked((int)((ulong)(uint)length * (uint)sizeof(TFrom) / (uint)sizeof(TTo)));

    private static void ThrowIfShorter<T>(int length)
    {
        ThrowIfReferences<T>();
        if (sizeof(T) > (uint)length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(length));
        }
    }

    private static void ThrowIfReferences<T>()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            ThrowHelper.ThrowArgumentException("Bytes cannot stand for values that are or contain references.");
        }
    }
}
