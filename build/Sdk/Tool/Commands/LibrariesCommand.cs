using System.Globalization;
using System.Text;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Libraries;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The verb <c>libraries</c>: makes .NET's own libraries fit Tarn's core library.</summary>
internal static class LibrariesCommand
{
    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">What follows the verb on the command line.</param>
    /// <param name="output">Where messages go.</param>
    /// <returns>The exit status: 0 only when all was written.</returns>
    /// <exception cref="ToolUsageException">The arguments are wrong.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = new ToolArguments(arguments, "core", "folder", "name", "output", "project");
        var folder = options.Required("output");
        try
        {
            using var libraries = new FrameworkLibraries(options.RequiredFile("core"), options.Required("folder"), options.All("name"));
            Directory.CreateDirectory(folder);
            libraries.WriteFacades(folder);
            File.WriteAllText(Path.Combine(folder, "resources.s"), Assembly(libraries.Resources()));
            File.WriteAllLines(
                Path.Combine(folder, "references.txt"),
                [.. libraries.LibraryPaths, .. libraries.FacadeNames.Select(name => Path.Combine(folder, name + ".dll"))]);
            return 0;
        }
        catch (Exception exception) when (exception is InvalidDataException or BadImageFormatException)
        {
            output.WriteLine(new BuildError(BuildErrorCode.LibraryDoesNotFit, exception.Message.TrimEnd('.')) { Origin = options.Optional("project") ?? "tarn" });
            return 1;
        }
    }

    // A table for tarn_get_resources; System.Resources.ResourceManager says how it is read. What the image does not have of a library has address 0.
    private static string Assembly(IEnumerable<(string Symbol, IReadOnlyDictionary<string, string> Texts)> resources)
    {
        var builder = new StringBuilder("""
            # Texts of .NET's libraries. Written by the build.
            .section .rodata.tarn_resources, "a", @progbits
            .balign 8
            .globl tarn_resources
            tarn_resources:

            """);
        foreach (var (symbol, texts) in resources)
        {
            builder.Append(CultureInfo.InvariantCulture, $"    .weak {symbol}\n    .quad {symbol}\n    .quad 2f - 1f\n1:\n");
            foreach (var part in texts.SelectMany(text => (IEnumerable<string>)[text.Key, text.Value]))
            {
                builder.Append("    .byte ").AppendJoin(", ", Encoding.UTF8.GetBytes(part).Append((byte)0)).Append('\n');
            }

            builder.Append("    .byte 0\n    .balign 8\n2:\n");
        }

        return builder.Append("    .quad 0, 0\n").ToString();
    }
}
