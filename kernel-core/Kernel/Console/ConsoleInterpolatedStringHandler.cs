using System;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>What the compiler makes of <c>Console.WriteLine($"…")</c>: no string, but a line that its parts are written to.</summary>
/// <remarks>
/// <para>
/// On .NET the same source makes a string and prints the same text. Here the parts go into a buffer on the stack, and nothing is allocated
/// for numbers, characters, booleans, strings and spans. Any other struct that can write itself into a span
/// (<see cref="ISpanFormattable"/>, <see cref="IUtf8SpanFormattable"/>) does not allocate either, once the code is optimised. What can do
/// neither makes a string of itself; so does a value that takes more than 128 characters, and an enumeration (which needs the format
/// D or X, since the names of enumerations are not linked).
/// </para>
/// <para>An interpolated string that is passed to anything but the console is a string as ever.</para>
/// </remarks>
// Not a ref struct: of those the compiler gives every interpolated string of a method one of its own, 256 bytes of stack each,
// while plain structs share one.
[InterpolatedStringHandler]
public struct ConsoleInterpolatedStringHandler
{
    internal TextBuilder Builder;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">How many characters the constant parts have.</param>
    /// <param name="formattedCount">How many values there are.</param>
    public ConsoleInterpolatedStringHandler(int literalLength, int formattedCount) => TextBuilder.Begin(out Builder, TextDestination.Console);

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
