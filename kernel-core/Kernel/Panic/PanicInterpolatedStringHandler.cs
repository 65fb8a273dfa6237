using System;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>What the compiler makes of <c>Panic.Fail($"…")</c>: making it begins the panic, and the parts go to the sinks one by one.</summary>
/// <remarks>Allocates as little as <see cref="ConsoleInterpolatedStringHandler"/>. A value whose formatting panics ends the run as a panic inside a panic.</remarks>
[InterpolatedStringHandler]
public ref struct PanicInterpolatedStringHandler
{
    internal TextBuilder<PanicOutput> Builder;

    /// <summary>Called by the compiler. Begins the panic: interrupts are masked from here on.</summary>
    /// <param name="literalLength">How many characters the constant parts have.</param>
    /// <param name="formattedCount">How many values there are.</param>
    public PanicInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        Panic.Begin(message: null);
        Builder.Append(Panic.Heading);
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
