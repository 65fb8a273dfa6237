using System.Text;

namespace Tarn.Tests.Emulator.Conformance;

/// <summary>Shows where two outputs differ.</summary>
internal static class OutputDifference
{
    private const int LinesBefore = 3;

    /// <summary>Compares byte by byte.</summary>
    /// <returns>Null if both are the same; else the first line that differs, both ways, after the lines before it.</returns>
    public static string? Describe(ReadOnlySpan<byte> dotnet, ReadOnlySpan<byte> kernel)
    {
        if (dotnet.SequenceEqual(kernel))
        {
            return null;
        }

        var expected = Encoding.UTF8.GetString(dotnet).Split('\n');
        var actual = Encoding.UTF8.GetString(kernel).Split('\n');
        var line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line])
        {
            line++;
        }

        var text = new StringBuilder("The output differs from .NET's in line ")
            .Append($"{line + 1} (of {expected.Length} on .NET, {actual.Length} in the kernel):\n");
        for (var before = Math.Max(0, line - LinesBefore); before < line; before++)
        {
            text.Append("         ").Append(Show(expected, before)).Append('\n');
        }

        text.Append("  .NET:  ").Append(Show(expected, line)).Append('\n');
        text.Append("  kernel:").Append(' ').Append(Show(actual, line));
        return text.ToString();
    }

    /// <summary>A line with what cannot be seen made visible.</summary>
    private static string Show(string[] lines, int index)
    {
        if (index >= lines.Length)
        {
            return "(the output has ended)";
        }

        var text = new StringBuilder();
        foreach (var character in lines[index])
        {
            text.Append(char.IsControl(character) || character == '\uFFFD' ? $"\\u{(int)character:X4}" : character);
        }

        return text.Append(index == lines.Length - 1 ? string.Empty : "⏎").ToString();
    }
}
