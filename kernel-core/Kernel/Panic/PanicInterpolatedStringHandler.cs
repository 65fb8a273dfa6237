using System;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>What the compiler makes of <c>Panic.Fail($"…")</c>: the panic begins as this is made, and the parts are its message.</summary>
/// <remarks>
/// Allocates as little as <see cref="ConsoleInterpolatedStringHandler"/>. Where formatting a value panics, that is a panic inside a panic.
/// </remarks>
[InterpolatedStringHandler]
public struct PanicInterpolatedStringHandler
{
    internal TextBuilder Builder;

    /// <summary>Called by the compiler. Begins the panic: interrupts are masked from here on.</summary>
    /// <param name="literalLength">How many characters the constant parts have.</param>
    /// <param name="formattedCount">How many values there are.</param>
    public PanicInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        Panic.Begin(message: default);
        TextBuilder.Begin(out Builder, TextDestination.Panic);
        Builder.Append(Panic.Heading);
    }

    /// <summary>Appends a constant part.</summary>
    // Not inlined: most of the code of a line of text is calls of this.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void AppendLiteral(string value) => Builder.Append(value);

    /// <summary>Appends text that is UTF-8 already: what a loader or a device gave.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<byte> utf8) => Builder.Append(utf8);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(sbyte value, int alignment = 0, string? format = null) =>
        Builder.AppendInteger(value, (ulong)value, value < 0, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(byte value, int alignment = 0, string? format = null) =>
        Builder.AppendInteger(value, value, false, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(short value, int alignment = 0, string? format = null) =>
        Builder.AppendInteger(value, (ulong)value, value < 0, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(ushort value, int alignment = 0, string? format = null) =>
        Builder.AppendInteger(value, value, false, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(int value, int alignment = 0, string? format = null) =>
        Builder.AppendInteger(value, (ulong)value, value < 0, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(uint value, int alignment = 0, string? format = null) =>
        Builder.AppendInteger(value, value, false, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(long value, int alignment = 0, string? format = null) =>
        Builder.AppendInteger(value, (ulong)value, value < 0, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(ulong value, int alignment = 0, string? format = null) =>
        Builder.AppendInteger(value, value, false, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(nint value, int alignment = 0, string? format = null) =>
        Builder.AppendInteger(value, (ulong)value, value < 0, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(nuint value, int alignment = 0, string? format = null) =>
        Builder.AppendInteger(value, value, false, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    public void AppendFormatted(float value, int alignment = 0, string? format = null) => Builder.AppendNumber(value, alignment, format);

    /// <summary>Appends a number, with a width and a look where they are given.</summary>
    public void AppendFormatted(double value, int alignment = 0, string? format = null) => Builder.AppendNumber(value, alignment, format);

    /// <summary>Appends one UTF-16 unit, with a width where it is given; half of a pair prints as U+FFFD.</summary>
    public void AppendFormatted(char value, int alignment = 0, string? format = null) =>
        Builder.AppendAligned(new ReadOnlySpan<char>(in value), alignment);

    /// <summary>Appends True or False, with a width where it is given.</summary>
    public void AppendFormatted(bool value, int alignment = 0, string? format = null) =>
        Builder.AppendAligned(value ? "True" : "False", alignment);

    /// <summary>Appends a string, with a width where it is given; it has one look only.</summary>
    public void AppendFormatted(string? value, int alignment = 0, string? format = null) => Builder.AppendAligned(value, alignment);

    /// <summary>Appends characters, with a width where it is given; they have one look only.</summary>
    public void AppendFormatted(ReadOnlySpan<char> value, int alignment = 0, string? format = null) =>
        Builder.AppendAligned(value, alignment);

    /// <summary>Appends any other value, with a width and a look where they are given.</summary>
    public void AppendFormatted<T>(T value, int alignment = 0, string? format = null) => Builder.AppendValue(value, alignment, format);
}
