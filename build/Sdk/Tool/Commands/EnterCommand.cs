using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Kernels;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The verb <c>enter</c>: connects the start-up code of a plain program with the program's <c>Main</c>.</summary>
internal static class EnterCommand
{
    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">What follows the verb on the command line.</param>
    /// <param name="output">Where messages go.</param>
    /// <returns>The exit status: 0 only when the assembly was written.</returns>
    /// <exception cref="ToolUsageException">The arguments are wrong.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = new ToolArguments(arguments, "assembly", "output");
        var path = options.RequiredFile("assembly");
        var assembly = File.ReadAllBytes(path);
        try
        {
            ProgramEntry.Connect(assembly);
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException or KeyNotFoundException)
        {
            output.WriteLine(new BuildError(BuildErrorCode.NoEntry, $"{Path.GetFileName(path)} cannot be started: {exception.Message.TrimEnd('.')}"));
            return 1;
        }

        File.WriteAllBytes(options.Required("output"), assembly);
        var symbols = Path.ChangeExtension(path, ".pdb");
        if (File.Exists(symbols))
        {
            File.Copy(symbols, Path.ChangeExtension(options.Required("output"), ".pdb"), overwrite: true);
        }

        return 0;
    }
}
