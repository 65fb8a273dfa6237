using Tarn.Kernel;

namespace System;

/// <summary>Text output with .NET's names: it goes to the sinks that the image has registered with <see cref="ConsoleRouter"/>.</summary>
/// <remarks>
/// <para>
/// What one call prints is put together on the stack and then written at once, as long as it has no more than <see cref="ConsoleRouter.BufferSize"/>
/// bytes; more are written in several pieces. Interrupts come in meanwhile. It goes out as UTF-8, and a line ends with '\n'.
/// </para>
/// <para>
/// Beyond .NET there are overloads for interpolated strings, so that <c>Console.WriteLine($"…")</c> makes no string. Strings, spans,
/// characters, booleans and numbers do not allocate either; an object does what its ToString does, and a composite format makes a string.
/// </para>
/// <para>
/// May be called anywhere but in a device's interrupt handler: sinks are slow. The two UTF-16 units of a pair must come in one call.
/// </para>
/// </remarks>
public static class Console
{
    /// <summary>Ends the line.</summary>
    public static void WriteLine() => ConsoleRouter.Write("\n"u8);

    /// <summary>Writes True or False.</summary>
    public static void Write(bool value) => Write(value ? "True" : "False");

    /// <summary>Writes one UTF-16 unit; half of a pair prints as U+FFFD.</summary>
    public static void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    /// <summary>Writes all characters of an array; null writes none.</summary>
    public static void Write(char[]? buffer) => Write(new ReadOnlySpan<char>(buffer));

    /// <summary>Writes part of an array.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="buffer"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such part.</exception>
    public static void Write(char[] buffer, int index, int count) => Write(Part(buffer, index, count));

    /// <summary>Writes a number.</summary>
    public static void Write(double value) => WriteNumber(value);

    /// <summary>Writes a number.</summary>
    public static void Write(float value) => WriteNumber(value);

    /// <summary>Writes a number.</summary>
    public static void Write(int value) => Write($"{value}");

    /// <summary>Writes a number.</summary>
    public static void Write(uint value) => Write($"{value}");

    /// <summary>Writes a number.</summary>
    public static void Write(long value) => Write($"{value}");

    /// <summary>Writes a number.</summary>
    public static void Write(ulong value) => Write($"{value}");

    /// <summary>Writes what the object's ToString says; null writes nothing.</summary>
    public static void Write(object? value) => WriteObject(value);

    /// <summary>Writes a string; null writes nothing.</summary>
    public static void Write(string? value) => Write(value.AsSpan());

    /// <summary>Writes characters.</summary>
    public static void Write(ReadOnlySpan<char> value)
    {
        TextBuilder.Begin(out var builder, TextDestination.Console);
        builder.Append(value);
        builder.Flush();
    }

    /// <summary>Writes an interpolated string without making a string of it.</summary>
    public static void Write(ref ConsoleInterpolatedStringHandler value) => value.Builder.Flush();

    /// <summary>Writes a composite format. Makes a string.</summary>
    /// <exception cref="FormatException">The format is not one, or asks for an argument that is not there.</exception>
    public static void Write(string format, object? arg0) =>
        Write(string.Format(format, arg0));

    /// <summary>Writes a composite format. Makes a string.</summary>
    /// <exception cref="FormatException">The format is not one, or asks for an argument that is not there.</exception>
    public static void Write(string format, object? arg0, object? arg1) =>
        Write(string.Format(format, arg0, arg1));

    /// <summary>Writes a composite format. Makes a string.</summary>
    /// <exception cref="FormatException">The format is not one, or asks for an argument that is not there.</exception>
    public static void Write(string format, object? arg0, object? arg1, object? arg2) =>
        Write(string.Format(format, arg0, arg1, arg2));

    /// <summary>Writes a composite format. Makes a string.</summary>
    /// <exception cref="FormatException">The format is not one, or asks for an argument that is not there.</exception>
    public static void Write(string format, params object?[]? arg) =>
        Write(arg is null ? string.Format(format, null, null) : string.Format(format, arg));

    /// <summary>Writes a composite format. Makes a string.</summary>
    /// <exception cref="FormatException">The format is not one, or asks for an argument that is not there.</exception>
    public static void Write(string format, params ReadOnlySpan<object?> arg) => Write(string.Format(format, arg));

    /// <summary>Writes True or False, and ends the line.</summary>
    public static void WriteLine(bool value) => WriteLine(value ? "True" : "False");

    /// <summary>Writes one UTF-16 unit, and ends the line; half of a pair prints as U+FFFD.</summary>
    public static void WriteLine(char value) => WriteLine(new ReadOnlySpan<char>(in value));

    /// <summary>Writes all characters of an array, and ends the line; null writes none.</summary>
    public static void WriteLine(char[]? buffer) => WriteLine(new ReadOnlySpan<char>(buffer));

    /// <summary>Writes part of an array, and ends the line.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="buffer"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such part.</exception>
    public static void WriteLine(char[] buffer, int index, int count) => WriteLine(Part(buffer, index, count));

    /// <summary>Writes a number, and ends the line.</summary>
    public static void WriteLine(double value) => WriteLineNumber(value);

    /// <summary>Writes a number, and ends the line.</summary>
    public static void WriteLine(float value) => WriteLineNumber(value);

    /// <summary>Writes a number, and ends the line.</summary>
    public static void WriteLine(int value) => WriteLine($"{value}");

    /// <summary>Writes a number, and ends the line.</summary>
    public static void WriteLine(uint value) => WriteLine($"{value}");

    /// <summary>Writes a number, and ends the line.</summary>
    public static void WriteLine(long value) => WriteLine($"{value}");

    /// <summary>Writes a number, and ends the line.</summary>
    public static void WriteLine(ulong value) => WriteLine($"{value}");

    /// <summary>Writes what the object's ToString says, and ends the line; null writes nothing.</summary>
    public static void WriteLine(object? value) => WriteLineObject(value);

    /// <summary>Writes a string, and ends the line; null writes nothing.</summary>
    public static void WriteLine(string? value) => WriteLine(value.AsSpan());

    /// <summary>Writes characters, and ends the line.</summary>
    public static void WriteLine(ReadOnlySpan<char> value)
    {
        TextBuilder.Begin(out var builder, TextDestination.Console);
        builder.Append(value);
        builder.FlushLine();
    }

    /// <summary>Writes an interpolated string without making a string of it, and ends the line.</summary>
    public static void WriteLine(ref ConsoleInterpolatedStringHandler value) => value.Builder.FlushLine();

    /// <summary>Writes a composite format, and ends the line. Makes a string.</summary>
    /// <exception cref="FormatException">The format is not one, or asks for an argument that is not there.</exception>
    public static void WriteLine(string format, object? arg0) =>
        WriteLine(string.Format(format, arg0));

    /// <summary>Writes a composite format, and ends the line. Makes a string.</summary>
    /// <exception cref="FormatException">The format is not one, or asks for an argument that is not there.</exception>
    public static void WriteLine(string format, object? arg0, object? arg1) =>
        WriteLine(string.Format(format, arg0, arg1));

    /// <summary>Writes a composite format, and ends the line. Makes a string.</summary>
    /// <exception cref="FormatException">The format is not one, or asks for an argument that is not there.</exception>
    public static void WriteLine(string format, object? arg0, object? arg1, object? arg2) =>
        WriteLine(string.Format(format, arg0, arg1, arg2));

    /// <summary>Writes a composite format, and ends the line. Makes a string.</summary>
    /// <exception cref="FormatException">The format is not one, or asks for an argument that is not there.</exception>
    public static void WriteLine(string format, params object?[]? arg) =>
        WriteLine(arg is null ? string.Format(format, null, null) : string.Format(format, arg));

    /// <summary>Writes a composite format, and ends the line. Makes a string.</summary>
    /// <exception cref="FormatException">The format is not one, or asks for an argument that is not there.</exception>
    public static void WriteLine(string format, params ReadOnlySpan<object?> arg) => WriteLine(string.Format(format, arg));

    private static void WriteNumber<T>(T value)
        where T : struct, ISpanFormattable
    {
        TextBuilder.Begin(out var builder, TextDestination.Console);
        builder.AppendNumber(value, alignment: 0, format: null);
        builder.Flush();
    }

    private static void WriteLineNumber<T>(T value)
        where T : struct, ISpanFormattable
    {
        TextBuilder.Begin(out var builder, TextDestination.Console);
        builder.AppendNumber(value, alignment: 0, format: null);
        builder.FlushLine();
    }

    private static void WriteObject(object? value)
    {
        TextBuilder.Begin(out var builder, TextDestination.Console);
        builder.AppendValue(value, alignment: 0, format: null);
        builder.Flush();
    }

    private static void WriteLineObject(object? value)
    {
        TextBuilder.Begin(out var builder, TextDestination.Console);
        builder.AppendValue(value, alignment: 0, format: null);
        builder.FlushLine();
    }

    private static ReadOnlySpan<char> Part(char[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return new ReadOnlySpan<char>(buffer, index, count);
    }
}
