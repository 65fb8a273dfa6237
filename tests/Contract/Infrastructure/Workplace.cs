using System.Reflection;

namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>Where the things are that the tests work on.</summary>
internal static class Workplace
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Metadata("TarnRoot");

    /// <summary>The pinned compiler.</summary>
    public static string Compiler { get; } = Metadata("TarnCompiler");

    /// <summary>Its version.</summary>
    public static string CompilerVersion { get; } = Metadata("TarnCompilerVersion");

    /// <summary>Whether the optimiser was on.</summary>
    public static bool IsRelease { get; } = Metadata("TarnConfiguration") == "release";

    /// <summary>The core library as it was built with these tests.</summary>
    public static string CoreLibrary { get; } =
        Path.Combine(Root, "artifacts", "bin", "Tarn.CoreLib", Metadata("TarnConfiguration"), "System.Private.CoreLib.dll");

    /// <summary>The programs of the contract.</summary>
    public static string Programs { get; } = Path.Combine(Root, "tests", "Contract", "Programs");

    /// <summary>What the compiler is expected to ask for each of them.</summary>
    public static string Expectations { get; } = Path.Combine(Root, "tests", "Contract", "Expectations");

    private static string Metadata(string key) =>
        typeof(Workplace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
