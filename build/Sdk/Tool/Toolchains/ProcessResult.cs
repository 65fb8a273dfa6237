namespace Tarn.Sdk.Tool.Toolchains;

/// <summary>How a program ended, and all it printed.</summary>
/// <param name="ExitCode">The exit status; 128 + n when signal n ended it.</param>
/// <param name="Output">Standard output and standard error, in the order in which lines arrived.</param>
internal sealed record ProcessResult(int ExitCode, string Output)
{
    /// <summary>The signal that ended the program, or null when it left by itself.</summary>
    public int? Signal => ExitCode > 128 ? ExitCode - 128 : null;
}
