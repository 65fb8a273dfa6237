namespace Tarn.Sdk.Tool.Commands;

/// <summary>Shows what another program printed, as it is.</summary>
internal static class RawOutput
{
    /// <summary>
    /// Writes every line behind the program's name and two colons. The colons keep MSBuild from reading a line such as
    /// <c>Error: …</c> as an error of its own next to the one that this tool reports.
    /// </summary>
    public static void Write(TextWriter output, string program, string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            output.WriteLine($"{program}:: {line}");
        }
    }
}
