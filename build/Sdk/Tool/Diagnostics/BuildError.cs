using System.Text;

namespace Tarn.Sdk.Tool.Diagnostics;

/// <summary>An error as MSBuild and editors read it: <c>file(line,column): error CODE: text</c>.</summary>
/// <param name="Code">One of <see cref="BuildErrorCode"/>.</param>
/// <param name="Text">One sentence, without a full stop.</param>
internal sealed record BuildError(string Code, string Text)
{
    /// <summary>What stands where the file would when no source line is known.</summary>
    public string Origin { get; init; } = "tarn";

    /// <summary>The source line to blame, where one was found.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Further places of the same cause, printed below the error as plain lines.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>The error line and the lines that belong to it, without a line break at the end.</summary>
    public override string ToString()
    {
        var builder = new StringBuilder();
        builder.Append(Location?.ToString() ?? Origin).Append(": error ").Append(Code).Append(": ").Append(Text);
        foreach (var related in Related)
        {
            builder.Append("\n    ").Append(related);
        }

        return builder.ToString();
    }
}
