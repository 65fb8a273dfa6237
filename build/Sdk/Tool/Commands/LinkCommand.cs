using System.Diagnostics.CodeAnalysis;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.Linker;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Sdk.Tool.Names;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The verb <c>link</c>: object files to one image, by lld; with names, made from a first image, linked into a second.</summary>
internal static class LinkCommand
{
    private const string NamesStartSymbol = "tarn_names_start";

    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">What follows the verb on the command line.</param>
    /// <param name="output">Where messages go.</param>
    /// <param name="environment">The values of environment variables.</param>
    /// <returns>The exit status: 0 only when there was no error.</returns>
    /// <exception cref="ToolUsageException">The arguments are wrong.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, Func<string, string?> environment)
    {
        var options = new ToolArguments(
            arguments, "response", "program", "linker", "log", "source-root", "image", "names", "names-list", "statistics");
        var request = new Request(
            options.RequiredFile("response"),
            options.RequiredFile("program"),
            options.Optional("linker") ?? "ld.lld",
            new SourcePathMap(options.All("source-root")),
            new RunLog(options.Optional("log")));
        if (ProgramLocator.Find(request.LinkerName, environment("PATH")) is not { } linker)
        {
            output.WriteLine(new BuildError(
                BuildErrorCode.LinkerNotFound,
                $"the linker {request.LinkerName} is not installed; on Debian and Ubuntu: apt-get install lld"));
            return 1;
        }

        if (!TryLink(linker, ["@" + request.ResponsePath], request, output))
        {
            return 1;
        }

        return options.Optional("names") is not { } namesObject
            || TryLinkNames(
                linker,
                new NamesRequest(
                    namesObject, options.Required("image"), options.RequiredFile("statistics"), options.Optional("names-list")),
                request,
                output)
            ? 0
            : 1;
    }

    private static bool TryLink(string linker, IReadOnlyList<string> arguments, Request request, TextWriter output)
    {
        var result = ProcessRunner.Run(linker, arguments);
        request.Log.Write(result.Output);
        var (undefined, rest) = LinkerOutputParser.Parse(result.Output);
        foreach (var line in rest)
        {
            output.WriteLine(line);
        }

        if (result.ExitCode == 0)
        {
            return true;
        }

        using var program = new ManagedProgram(IlcResponseFile.Read(request.ProgramPath).Assemblies, request.SourcePaths);
        var explainer = new LinkFailureExplainer(program, request.SourcePaths);
        foreach (var symbol in undefined)
        {
            output.WriteLine(explainer.Explain(symbol));
        }

        // Errors of any other kind were passed through above, in a form that MSBuild reads; a silent failure must not stay silent.
        if (undefined.Count == 0 && !rest.Any(line => line.Contains("error:", StringComparison.Ordinal)))
        {
            output.WriteLine(new BuildError(
                BuildErrorCode.LinkerFailed, $"{request.LinkerName} failed with exit status {result.ExitCode}"));
        }

        return false;
    }

    /// <summary>Makes the table of names from the image as it was linked, and links it anew with the table.</summary>
    private static bool TryLinkNames(string linker, NamesRequest namesRequest, Request request, TextWriter output)
    {
        var first = ElfFile.Read(namesRequest.ImagePath);
        if (!TryFindNames(first, namesRequest, request, output, out var names))
        {
            return false;
        }

        if (!TryAssemble(names.Table, namesRequest.ObjectPath, output)
            || !TryLink(linker, ["@" + request.ResponsePath, namesRequest.ObjectPath], request, output))
        {
            return false;
        }

        if (FindMoved(first, ElfFile.Read(namesRequest.ImagePath)) is { } moved)
        {
            output.WriteLine(new BuildError(
                BuildErrorCode.NamesMoveCode,
                $"linked with its names, the image has {moved} elsewhere than without: the linker script places .tarn_names before it"));
            return false;
        }

        if (namesRequest.ListPath is { } list)
        {
            File.WriteAllText(list, names.ToText());
        }

        return true;
    }

    private static bool TryFindNames(
        ElfFile image, NamesRequest namesRequest, Request request, TextWriter output, [NotNullWhen(true)] out ImageNames? names)
    {
        names = null;
        using var program = new ManagedProgram(IlcResponseFile.Read(request.ProgramPath).Assemblies, request.SourcePaths);
        try
        {
            using var statistics = new CompilerStatistics(namesRequest.StatisticsPath);
            names = ImageNames.Of(image, new ReadableNames(program, statistics));
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException)
        {
            output.WriteLine(new BuildError(BuildErrorCode.NamesWrong, exception.Message.TrimEnd('.')));
            return false;
        }

        if (names.FindMistake() is { } mistake)
        {
            output.WriteLine(new BuildError(BuildErrorCode.NamesWrong, $"the table of names cannot be read back: {mistake}"));
            return false;
        }

        return true;
    }

    private static bool TryAssemble(byte[] table, string objectPath, TextWriter output)
    {
        File.WriteAllBytes(Path.ChangeExtension(objectPath, ".bin"), table);
        File.WriteAllText(
            Path.ChangeExtension(objectPath, ".s"),
            $"""
                .section .tarn_names, "a", @progbits
                .incbin "{Path.ChangeExtension(objectPath, ".bin")}"

            """);
        var result = ProcessRunner.Run("as", ["--64", "-o", objectPath, Path.ChangeExtension(objectPath, ".s")]);
        if (result.ExitCode != 0)
        {
            output.WriteLine(new BuildError(BuildErrorCode.NamesWrong, $"the table of names was not assembled: {result.Output.Trim()}"));
        }

        return result.ExitCode == 0;
    }

    /// <summary>The first symbol in front of the names that a second link has put elsewhere, or null.</summary>
    private static string? FindMoved(ElfFile first, ElfFile second)
    {
        if (first.Symbols.FirstOrDefault(symbol => symbol.Name == NamesStartSymbol) is not { } start)
        {
            return NamesStartSymbol;
        }

        var places = second.Symbols.Select(symbol => (symbol.Name, symbol.Value)).ToHashSet();
        return first.Symbols.FirstOrDefault(
            symbol => IsPlace(first, symbol) && symbol.Value < start.Value && !places.Contains((symbol.Name, symbol.Value)))?.Name;
    }

    /// <summary>Whether a symbol stands for an address, and not for a number.</summary>
    private static bool IsPlace(ElfFile image, ElfSymbol symbol) => symbol.Section != 0 && symbol.Section < image.Sections.Count;

    /// <summary>What to link, and what to say where that fails.</summary>
    private sealed record Request(
        string ResponsePath, string ProgramPath, string LinkerName, SourcePathMap SourcePaths, RunLog Log);

    /// <summary>Where names come from and go to.</summary>
    private sealed record NamesRequest(string ObjectPath, string ImagePath, string StatisticsPath, string? ListPath);
}
