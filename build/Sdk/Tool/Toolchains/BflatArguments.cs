namespace Tarn.Sdk.Tool.Toolchains;

/// <summary>
/// The command line for an installed bflat, which bundles the C# compiler, ILC and lld. Only its compile step is used; the link stays ours.
/// This project's CI has no bflat: the list is tested for its form, not by running it.
/// </summary>
internal static class BflatArguments
{
    /// <summary>The arguments that make bflat write the object file that ILC would write for the same program.</summary>
    /// <param name="request">What ILC was asked for.</param>
    /// <param name="sources">The C# files of the image project: bflat compiles source files and takes everything else as
    /// references.</param>
    public static IReadOnlyList<string> Create(IlcResponseFile request, IReadOnlyList<string> sources) =>
    [
        "build",
        .. sources,
        .. request.References.Select(reference => $"-r:{reference}"),

        // No standard library of bflat's own: the references bring the core library, System.Private.CoreLib.
        "--stdlib:none",
        "--os:linux",
        "--arch:x64",

        // A kernel has no Main. Nothing is linked, so no shared library comes of it.
        "--target:Shared",
        "--no-reflection",
        "--no-stacktrace-data",
        "--no-globalization",
        request.Optimize ? "-Ot" : "-O0",
        .. request.Debug ? Array.Empty<string>() : ["--no-debug-info"],
        "-c",
        "-o",
        request.Output,
    ];
}
