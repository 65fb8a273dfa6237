using Internal.Runtime;
using System.Buffers;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace System;

/// <summary>
/// Text as UTF-16 code units. There is no culture but the invariant one, which compares and searches by code units and maps the case of
/// one character to one character.
/// </summary>
public sealed partial class String
    : IComparable, IComparable<string?>, IEquatable<string?>, IEnumerable<char>, ICloneable
{
    // The compiler lays out literals by these two names; a zero follows the last character (tests/Contract).
    private readonly int _stringLength;
    private char _firstChar;

    [Intrinsic]
    public static readonly string Empty = "";

    // `new string(...)` calls the static Ctor of the same signature: a constructor could not choose the size (tests/Contract).
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[]? value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[] value, int startIndex, int length);

    [CLSCompliant(false)]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern unsafe String(char* value);

    [CLSCompliant(false)]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern unsafe String(char* value, int startIndex, int length);

    /// <summary>From zero-terminated UTF-8.</summary>
    [CLSCompliant(false)]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern unsafe String(sbyte* value);

    [CLSCompliant(false)]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern unsafe String(sbyte* value, int startIndex, int length);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char c, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(ReadOnlySpan<char> value);

    public int Length
    {
        [Intrinsic]
        get => _stringLength;
    }

    [IndexerName("Chars")]
    public char this[int index]
    {
        [Intrinsic]
        get
        {
            if ((uint)index >= (uint)_stringLength)
            {
                ThrowHelper.ThrowIndexOutOfRangeException();
            }

            return Unsafe.Add(ref _firstChar, (nint)(uint)index);
        }
    }

    internal ReadOnlySpan<char> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(ref _firstChar, _stringLength);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator ReadOnlySpan<char>(string? value) => value is null ? default : value.Span;

    public static bool IsNullOrEmpty([NotNullWhen(false)] string? value) => value is null || value.Length == 0;

    public static bool IsNullOrWhiteSpace([NotNullWhen(false)] string? value)
    {
        if (value is null)
        {
            return true;
        }

        foreach (var c in value)
        {
            if (!char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A new string of <paramref name="length"/> characters that <paramref name="action"/> fills in.</summary>
    public static string Create<TState>(int length, TState state, SpanAction<char, TState> action)
        where TState : allows ref struct
    {
        if (action is null)
        {
            ThrowHelper.ThrowArgumentNullException(nameof(action));
        }

        if (length <= 0)
        {
            if (length < 0)
            {
                ThrowHelper.ThrowArgumentOutOfRangeException(nameof(length));
            }

            return "";
        }

        var result = FastAllocateString(length);
        action(result.Buffer, state);
        return result;
    }

    public static string Create(
        IFormatProvider? provider, [InterpolatedStringHandlerArgument(nameof(provider))] ref DefaultInterpolatedStringHandler handler) =>
        handler.ToStringAndClear();

    public static string Create(
        IFormatProvider? provider,
        Span<char> initialBuffer,
        [InterpolatedStringHandlerArgument(nameof(provider), nameof(initialBuffer))] ref DefaultInterpolatedStringHandler handler) =>
        handler.ToStringAndClear();

    [return: NotNullIfNotNull(nameof(str))]
    [Obsolete("A string never changes: use it in place of its copy.")]
    public static string? Copy(string str) => new(str.Span);

    public object Clone() => this;

    public void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (count < 0)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(count));
        }

        if (sourceIndex < 0 || count > Length - sourceIndex)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(sourceIndex));
        }

        if (destinationIndex < 0 || destinationIndex > destination.Length - count)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(destinationIndex));
        }

        Span.Slice(sourceIndex, count).CopyTo(new Span<char>(destination, destinationIndex, count));
    }

    public void CopyTo(Span<char> destination) => Span.CopyTo(destination);

    public bool TryCopyTo(Span<char> destination) => Span.TryCopyTo(destination);

    public char[] ToCharArray() => Span.ToArray();

    public char[] ToCharArray(int startIndex, int length)
    {
        CheckRange(startIndex, length);
        return Span.Slice(startIndex, length).ToArray();
    }

    public ref readonly char GetPinnableReference() => ref _firstChar;

    public override string ToString() => this;

    public string ToString(IFormatProvider? provider) => this;

    public CharEnumerator GetEnumerator() => new(this);

    public StringRuneEnumerator EnumerateRunes() => new(this);

    IEnumerator<char> IEnumerable<char>.GetEnumerator() => new CharEnumerator(this);

    IEnumerator IEnumerable.GetEnumerator() => new CharEnumerator(this);

    internal ref char GetRawStringData() => ref _firstChar;

    // The characters of a string that nobody else has seen yet.
    private Span<char> Buffer => new(ref _firstChar, _stringLength);

    // A new string of zeros. The length is that of text which exists already, or was checked.
    internal static unsafe string FastAllocateString(int length) =>
        Unsafe.As<string>(System.Runtime.RuntimeExports.RhNewArray(MethodTable.Of<string>(), length));

    private static string Ctor(char[]? value) => value is null ? "" : Ctor(new ReadOnlySpan<char>(value));

    private static string Ctor(char[] value, int startIndex, int length)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (startIndex < 0 || length < 0 || startIndex > value.Length - length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(startIndex < 0 ? nameof(startIndex) : nameof(length));
        }

        return Ctor(new ReadOnlySpan<char>(value, startIndex, length));
    }

    private static unsafe string Ctor(char* value)
    {
        if (value is null)
        {
            return "";
        }

        var length = 0;
        while (value[length] != 0)
        {
            length++;
        }

        return Ctor(new ReadOnlySpan<char>(value, length));
    }

    private static unsafe string Ctor(char* value, int startIndex, int length)
    {
        if (startIndex < 0 || length < 0)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(startIndex < 0 ? nameof(startIndex) : nameof(length));
        }

        if (length == 0)
        {
            return "";
        }

        ArgumentNullException.ThrowIfNull(value);
        return Ctor(new ReadOnlySpan<char>(value + startIndex, length));
    }

    private static unsafe string Ctor(sbyte* value)
    {
        if (value is null)
        {
            return "";
        }

        var length = 0;
        while (value[length] != 0)
        {
            length++;
        }

        return Encoding.UTF8.GetString(new ReadOnlySpan<byte>(value, length));
    }

    private static unsafe string Ctor(sbyte* value, int startIndex, int length)
    {
        if (startIndex < 0 || length < 0)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(startIndex < 0 ? nameof(startIndex) : nameof(length));
        }

        if (length == 0)
        {
            return "";
        }

        ArgumentNullException.ThrowIfNull(value);
        return Encoding.UTF8.GetString(new ReadOnlySpan<byte>(value + startIndex, length));
    }

    private static string Ctor(char c, int count)
    {
        if (count <= 0)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);

            return "";
        }

        var result = FastAllocateString(count);
        if (c != '\0')
        {
            result.Buffer.Fill(c);
        }

        return result;
    }

    private static string Ctor(ReadOnlySpan<char> value)
    {
        if (value.Length == 0)
        {
            return "";
        }

        var result = FastAllocateString(value.Length);
        value.CopyTo(result.Buffer);
        return result;
    }

    private void CheckRange(int startIndex, int length)
    {
        if ((uint)startIndex > (uint)Length || (uint)length > (uint)(Length - startIndex))
        {
            ThrowHelper.ThrowSubstring(startIndex, length, Length);
        }
    }
}
