using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>Puts text together on the stack and sends it off as UTF-8, <see cref="ConsoleRouter.BufferSize"/> bytes at a time.</summary>
/// <remarks>
/// The heart of <c>Console.WriteLine</c> and of a panic's message. It allocates nothing; only a value that cannot write itself into a span
/// (<see cref="ISpanFormattable"/>, <see cref="IUtf8SpanFormattable"/>), or needs more than <see cref="LongestValue"/> characters to,
/// makes a string of itself.
/// </remarks>
// Not a ref struct, though it lives on the stack: see ConsoleInterpolatedStringHandler. Not generic in where the text goes, though that is known
// to the compiler: all of this would be in the image twice, for a test that is made once a unit.
internal struct TextBuilder
{
    /// <summary>How many characters a value may take to be formatted without allocating: any number in any plain format fits.</summary>
    private const int LongestValue = 128;

    private TextBuffer _buffer;
    private int _length;
    private TextDestination _destination;

    /// <summary>Makes a builder. What is in its buffer yet is nobody's concern: to clear it would take longer than most texts.</summary>
    public static void Begin(out TextBuilder builder, TextDestination destination)
    {
        Unsafe.SkipInit(out builder);
        builder._length = 0;
        builder._destination = destination;
    }

    /// <summary>Appends characters; a surrogate without its partner becomes U+FFFD.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            _length += Utf8Encoder.Encode(text, FreeRoom, out var read);
            text = text[read..];
            if (!text.IsEmpty)
            {
                Flush();
            }
        }
    }

    /// <summary>Appends UTF-8 as it is.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > FreeRoom.Length)
        {
            Flush();
        }

        if (utf8.Length > FreeRoom.Length)
        {
            Send(utf8);
            return;
        }

        utf8.CopyTo(FreeRoom);
        _length += utf8.Length;
    }

    /// <summary>Appends one UTF-16 unit.</summary>
    public void Append(char value) => Append(new ReadOnlySpan<char>(in value));

    /// <summary>Appends characters in a field.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="alignment">The least width of the field in UTF-16 units; text stands on the right, if negative on the left.</param>
    // Not inlined: it would be there once more for every type of number that is printed anywhere.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void AppendAligned(ReadOnlySpan<char> text, int alignment)
    {
        var padding = Padding(text.Length, alignment);
        if (alignment > 0)
        {
            AppendSpaces(padding);
        }

        Append(text);
        if (alignment < 0)
        {
            AppendSpaces(padding);
        }
    }

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    /// <param name="bits">The same, extended to 64 bits by its sign.</param>
    /// <param name="isNegative">Whether it is below zero.</param>
    /// <param name="alignment">The least width, as in <see cref="AppendAligned"/>; 0 for no field.</param>
    /// <param name="format">What integers understand; null for decimal.</param>
    // Inlined, and so are its callers: of a constant format only one of the two ways is then left, and linked.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendInteger<T>(T value, ulong bits, bool isNegative, int alignment, string? format)
        where T : struct, ISpanFormattable
    {
        if (IntegerText.IsPlain(format))
        {
            AppendPlainInteger(bits, isNegative, Unsafe.SizeOf<T>(), alignment, format);
        }
        else
        {
            AppendNumber(value, alignment, format);
        }
    }

    /// <summary>Appends a number, or whatever else is known to write itself into a span.</summary>
    /// <param name="value">The value.</param>
    /// <param name="alignment">The least width, as in <see cref="AppendAligned"/>; 0 for no field.</param>
    /// <param name="format">What the value's own formatting understands; null for its usual look.</param>
    public void AppendNumber<T>(T value, int alignment, string? format)
        where T : struct, ISpanFormattable
    {
        Span<char> characters = stackalloc char[LongestValue];
        if (value.TryFormat(characters, out var written, format, null))
        {
            AppendAligned(characters[..written], alignment);
        }
        else
        {
            AppendAligned(value.ToString(format, null), alignment);
        }
    }

    /// <summary>Appends a value as an interpolated string does, whatever it is.</summary>
    /// <param name="value">The value; null appends nothing, in a field if there is one.</param>
    /// <param name="alignment">The least width, as in <see cref="AppendAligned"/>; 0 for no field.</param>
    /// <param name="format">What the value's own formatting understands; null for its usual look.</param>
    public void AppendValue<T>(T value, int alignment, string? format)
    {
        // For a struct the optimiser decides these tests when it compiles the method for that struct, and boxes nothing.
        // Unoptimised code boxes: that is why what is common has AppendNumber.
        if (value is ISpanFormattable)
        {
            Span<char> characters = stackalloc char[LongestValue];
            if (((ISpanFormattable)value).TryFormat(characters, out var written, format, null))
            {
                AppendAligned(characters[..written], alignment);
                return;
            }
        }
        else if (value is IUtf8SpanFormattable && alignment == 0)
        {
            Span<byte> utf8 = stackalloc byte[LongestValue];
            if (((IUtf8SpanFormattable)value).TryFormat(utf8, out var written, format, null))
            {
                Append(utf8[..written]);
                return;
            }
        }

        var text = value is IFormattable ? ((IFormattable)value).ToString(format, null) : value?.ToString();
        AppendAligned(text, alignment);
    }

    /// <summary>Sends off what there is.</summary>
    public void Flush()
    {
        ReadOnlySpan<byte> bytes = _buffer;
        var text = bytes[.._length];
        _length = 0;
        Send(text);
    }

    /// <summary>Sends off what there is as a line.</summary>
    public void FlushLine()
    {
        Append("\n"u8);
        Flush();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AppendPlainInteger(ulong bits, bool isNegative, int size, int alignment, string? format)
    {
        Span<byte> room = stackalloc byte[IntegerText.Longest];
        var text = room[IntegerText.Format(bits, isNegative, size, format, room)..];
        var padding = Padding(text.Length, alignment);
        if (alignment > 0)
        {
            AppendSpaces(padding);
        }

        Append(text);
        if (alignment < 0)
        {
            AppendSpaces(padding);
        }
    }

    [UnscopedRef]
    private Span<byte> FreeRoom
    {
        get
        {
            Span<byte> bytes = _buffer;
            return bytes[_length..];
        }
    }

    private readonly void Send(ReadOnlySpan<byte> text)
    {
        if (_destination == TextDestination.Panic)
        {
            Panic.WriteToEverySink(text);
        }
        else
        {
            ConsoleRouter.Write(text);
        }
    }

    // As an unsigned number: the width that int.MinValue asks for is no int.
    private static uint Padding(int length, int alignment)
    {
        var width = alignment < 0 ? 0u - (uint)alignment : (uint)alignment;
        return width > (uint)length ? width - (uint)length : 0;
    }

    private void AppendSpaces(uint count)
    {
        for (; count > 0; count--)
        {
            Append(" "u8);
        }
    }
}
