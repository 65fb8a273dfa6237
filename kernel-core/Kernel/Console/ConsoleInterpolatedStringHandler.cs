using System;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>What the compiler makes of <c>Console.WriteLine($"…")</c>: the parts go to the console one by one, and no string is made.</summary>
/// <remarks>
/// On .NET the same source makes a string and prints the same text. Values write themselves into a buffer on the stack
/// (<see cref="ISpanFormattable"/>, <see cref="IUtf8SpanFormattable"/>); one that can do neither, or takes more than 128 characters, makes
/// a string of itself. An interpolated string that is passed to anything else than the console is a string as ever.
/// </remarks>
[InterpolatedStringHandler]
public ref struct ConsoleInterpolatedStringHandler
{
    internal TextBuilder<ConsoleOutput> Builder;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">How many characters the constant parts have.</param>
    /// <param name="formattedCount">How many values there are.</param>
    public ConsoleInterpolatedStringHandler(int literalLength, int formattedCount)
    {
    }

    /// <summary>Appends a constant part.</summary>
    public void AppendLiteral(string value) => Builder.Append(value);

    /// <summary>Appends a value in its usual look.</summary>
    public void AppendFormatted<T>(T value) => Builder.AppendValue(value, 0, null);

    /// <summary>Appends a value in the look that <paramref name="format"/> asks for.</summary>
    public void AppendFormatted<T>(T value, string? format) => Builder.AppendValue(value, 0, format);

    /// <summary>Appends a value in a field at least as wide as <paramref name="alignment"/> says: to the right, or, negative, to the left.</summary>
    public void AppendFormatted<T>(T value, int alignment) => Builder.AppendValue(value, alignment, null);

    /// <summary>Appends a value with a width and a look.</summary>
    public void AppendFormatted<T>(T value, int alignment, string? format) => Builder.AppendValue(value, alignment, format);

    /// <summary>Appends a string.</summary>
    public void AppendFormatted(string? value) => Builder.Append(value);

    /// <summary>Appends a string with a width; a string has one look only.</summary>
    public void AppendFormatted(string? value, int alignment = 0, string? format = null) => Builder.AppendAligned(value, alignment);

    /// <summary>Appends characters.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<char> value) => Builder.Append(value);

    /// <summary>Appends characters with a width; they have one look only.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<char> value, int alignment = 0, string? format = null) => Builder.AppendAligned(value, alignment);

    /// <summary>Appends an object that is known as nothing more.</summary>
    public void AppendFormatted(object? value, int alignment = 0, string? format = null) => Builder.AppendValue(value, alignment, format);
}
