using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Kernels;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The verb <c>run</c>: boots an image in QEMU. What <c>dotnet run</c> does.</summary>
internal static class RunCommand
{
    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">What follows the verb on the command line: its options, and after <c>--</c> the words of the kernel's command line.</param>
    /// <param name="output">Where messages go.</param>
    /// <param name="environment">The values of environment variables.</param>
    /// <returns>The kernel's status: see <see cref="Emulator.Run"/>.</returns>
    /// <exception cref="ToolUsageException">The arguments are wrong.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, Func<string, string?> environment)
    {
        var end = arguments.ToList().IndexOf("--");
        var words = end < 0 ? [] : arguments.Skip(end + 1);
        var options = new ToolArguments([.. end < 0 ? arguments : arguments.Take(end)], "image", "append", "headless", "qemu", "source-root");
        var image = options.RequiredFile("image");
        if (ProgramLocator.Find(Emulator.Program, environment("PATH")) is null)
        {
            output.WriteLine(new BuildError(BuildErrorCode.EmulatorNotFound, $"{Emulator.Program} is not installed; on Debian and Ubuntu: apt-get install qemu-system-x86"));
            return 1;
        }

        var hasDisplay = !string.IsNullOrEmpty(environment("DISPLAY")) || !string.IsNullOrEmpty(environment("WAYLAND_DISPLAY"));
        var commandLine = string.Join(' ', new[] { options.Optional("append") ?? string.Empty }.Concat(words).Where(word => word.Length != 0));
        var extra = (options.Optional("qemu") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Emulator.Run(image, commandLine, hasDisplay && options.Optional("headless") != "true", extra, new SourcePathMap(options.All("source-root")), output);
    }
}
