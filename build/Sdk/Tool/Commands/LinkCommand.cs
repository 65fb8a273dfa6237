using System.Diagnostics.CodeAnalysis;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.Linker;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Sdk.Tool.Names;
using Tarn.Sdk.Tool.Toolchains;
using Tarn.Sdk.Tool.Unwinding;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The verb <c>link</c>: object files to one image, by lld; with tables of names and for unwinding, made from a first link, in a second.</summary>
internal static class LinkCommand
{
    private const int TableAlignment = 8;
    private const string TablesStartSymbol = "tarn_names_start";

    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">What follows the verb on the command line.</param>
    /// <param name="output">Where messages go.</param>
    /// <param name="environment">The values of environment variables.</param>
    /// <returns>The exit status: 0 only when there was no error.</returns>
    /// <exception cref="ToolUsageException">The arguments are wrong.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, Func<string, string?> environment)
    {
        var options = new ToolArguments(
            arguments, "response", "program", "linker", "log", "source-root", "image", "names", "names-list", "enumerations", "statistics", "unwinding", "frames-response", "frames-image");
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

        List<string> tables = [];
        ImageNames? names = null;
        if (options.Optional("names") is { } namesObject)
        {
            if (!TryFindNames(ElfFile.Read(options.Required("image")), options.RequiredFile("statistics"), request, output, out names)
                || !TryAssemble(names.Table, ".tarn_names", namesObject, BuildErrorCode.NamesWrong, output))
            {
                return 1;
            }

            tables.Add(namesObject);
            if (options.Optional("enumerations") is { } enumerationsObject)
            {
                byte[] enumerations;
                try
                {
                    enumerations = EnumerationTable.Write(
                        ElfFile.Read(options.Required("image")), options.RequiredFile("statistics"), IlcResponseFile.Read(request.ProgramPath).Assemblies);
                }
                catch (InvalidDataException exception)
                {
                    output.WriteLine(new BuildError(BuildErrorCode.NamesWrong, exception.Message.TrimEnd('.')));
                    return 1;
                }

                if (!TryAssemble(enumerations, ".tarn_enumerations", enumerationsObject, BuildErrorCode.NamesWrong, output))
                {
                    return 1;
                }

                tables.Add(enumerationsObject);
            }
        }

        if (options.Optional("unwinding") is { } unwindingObject)
        {
            // What the table is made of is not in the image, but in the file for the debugger.
            if (!TryLink(linker, ["@" + options.RequiredFile("frames-response")], request, output)
                || !TryFindFunctions(options.Required("image"), options.Required("frames-image"), output, out var functions)
                || !TryAssemble(functions.Table, ".tarn_unwind", unwindingObject, BuildErrorCode.UnwindingWrong, output))
            {
                return 1;
            }

            output.WriteLine(functions.Summary);
            tables.Add(unwindingObject);
        }

        if (tables.Count != 0 && !TryLinkTables(linker, tables, options.Required("image"), request, output))
        {
            return 1;
        }

        if (options.Optional("names-list") is { } list && names is not null)
        {
            File.WriteAllText(list, names.ToText());
        }

        return 0;
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

    /// <summary>Links the image anew, with tables that were made of it.</summary>
    private static bool TryLinkTables(string linker, IReadOnlyList<string> tables, string imagePath, Request request, TextWriter output)
    {
        var first = ElfFile.Read(imagePath);
        if (!TryLink(linker, ["@" + request.ResponsePath, .. tables], request, output))
        {
            return false;
        }

        if (FindMoved(first, ElfFile.Read(imagePath)) is { } moved)
        {
            output.WriteLine(new BuildError(
                BuildErrorCode.TablesMoveCode,
                $"linked with its tables, the image has {moved} elsewhere than without: the linker script places .tarn_names or .tarn_unwind before it"));
            return false;
        }

        return true;
    }

    private static bool TryFindNames(
        ElfFile image, string statisticsPath, Request request, TextWriter output, [NotNullWhen(true)] out ImageNames? names)
    {
        names = null;
        using var program = new ManagedProgram(IlcResponseFile.Read(request.ProgramPath).Assemblies, request.SourcePaths);
        try
        {
            using var statistics = new CompilerStatistics(statisticsPath);
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

    private static bool TryFindFunctions(string imagePath, string framesPath, TextWriter output, [NotNullWhen(true)] out ImageFunctions? functions)
    {
        functions = null;
        var image = ElfFile.Read(framesPath);
        string? mistake;
        try
        {
            functions = ImageFunctions.Of(image);
            mistake = FindMoved(ElfFile.Read(imagePath), image) is { } moved
                ? $"{moved} lies elsewhere in {framesPath}"
                : functions.FindMistake();
        }
        catch (Exception exception) when (exception is InvalidDataException or OverflowException)
        {
            mistake = exception.Message;
        }

        if (mistake is not null)
        {
            output.WriteLine(new BuildError(BuildErrorCode.UnwindingWrong, $"the table for unwinding was not made: {mistake}"));
        }

        return mistake is null && functions is not null;
    }

    private static bool TryAssemble(byte[] table, string section, string objectPath, string errorCode, TextWriter output)
    {
        File.WriteAllBytes(Path.ChangeExtension(objectPath, ".bin"), table);
        File.WriteAllText(
            Path.ChangeExtension(objectPath, ".s"),
            $"""
                .section {section}, "a", @progbits
                .balign {TableAlignment}
                .incbin "{Path.ChangeExtension(objectPath, ".bin")}"

            """);
        var result = ProcessRunner.Run("as", ["--64", "-o", objectPath, Path.ChangeExtension(objectPath, ".s")]);
        if (result.ExitCode != 0)
        {
            output.WriteLine(new BuildError(errorCode, $"section {section} was not assembled: {result.Output.Trim()}"));
        }

        return result.ExitCode == 0;
    }

    /// <summary>The first symbol in front of the tables that a second link has put elsewhere, or null.</summary>
    private static string? FindMoved(ElfFile first, ElfFile second)
    {
        if (first.Symbols.FirstOrDefault(symbol => symbol.Name == TablesStartSymbol) is not { } start)
        {
            return TablesStartSymbol;
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
}
