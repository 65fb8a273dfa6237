namespace Tarn.Sdk.Tool.Diagnostics;

/// <summary>A place in a source file. Lines and columns count from 1; 0 means that it is not known.</summary>
internal readonly record struct SourceLocation(string File, int Line, int Column)
{
    /// <summary>The place in the form that MSBuild reads: <c>file(line,column)</c>.</summary>
    public override string ToString() =>
        Line == 0 ? File
        : Column == 0 ? $"{File}({Line})"
        : $"{File}({Line},{Column})";
}
