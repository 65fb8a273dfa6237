using System.Reflection;
using System.Security;
using NUnit.Framework;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Tests.Packages;

/// <summary>A folder outside of the repository, with a nuget.config that adds artifacts/packages to the machine's feeds.</summary>
/// <remarks>
/// NuGet unpacks into a folder of its own there, so that packages of an earlier run are never taken for these. The compiler, which is large and never
/// changes, is used where the machine has it: by a fallback folder that has nothing else in it.
/// </remarks>
[SetUpFixture]
public sealed class Workplace
{
    private const string Compiler = "runtime.linux-x64.microsoft.dotnet.ilcompiler";

    private static string s_folder = null!;
    private static int s_count;

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Metadata("TarnRoot");

    /// <summary>The version of the packages.</summary>
    public static string Version { get; } = Metadata("TarnVersion");

    /// <summary>The packages that were made of these sources.</summary>
    public static string Packages { get; } = Path.Combine(Root, "artifacts", "packages");

    /// <summary>Packages of which a test has made other ones: a feed of its own, so that they are in nobody's way.</summary>
    public static string OtherPackages => Path.Combine(s_folder, "other-packages");

    /// <summary>Where the templates are installed for these tests.</summary>
    public static string TemplateHive => Path.Combine(s_folder, "templates");

    [OneTimeSetUp]
    public void Prepare()
    {
        Assert.That(Directory.Exists(Packages), Is.True, "There are no packages; ./build.sh Pack makes them.");
        s_folder = Directory.CreateTempSubdirectory("tarn-packages-").FullName;
        Directory.CreateDirectory(OtherPackages);
        var fallback = Directory.CreateDirectory(Path.Combine(s_folder, "fallback")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(fallback, Compiler), Path.Combine(Metadata("NuGetPackageRoot"), Compiler));
        File.WriteAllText(
            Path.Combine(s_folder, "nuget.config"),
            $"""
             <configuration>
               <config><add key="globalPackagesFolder" value="{Path.Combine(s_folder, "global")}" /></config>
               <fallbackPackageFolders><add key="compiler" value="{fallback}" /></fallbackPackageFolders>
               <packageSources>
                 <add key="tarn" value="{SecurityElement.Escape(Packages)}" />
                 <add key="other" value="{OtherPackages}" />
               </packageSources>
             </configuration>
             """);
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(s_folder, recursive: true);

    /// <summary>An empty folder.</summary>
    public static string NewFolder(string name) =>
        Directory.CreateDirectory(Path.Combine(s_folder, $"{Interlocked.Increment(ref s_count)}-{name}")).FullName;

    /// <summary>A folder with a copy of another: of a sample, for one.</summary>
    public static string CopyOf(string folder)
    {
        var copy = NewFolder(Path.GetFileName(folder));
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>Runs the .NET command in a folder.</summary>
    /// <returns>Its exit status, and what it printed.</returns>
    internal static ProcessResult DotNet(string folder, params string[] arguments)
    {
        // Of MSBuild, which runs these tests, variables remain that would tell the inner one where to look.
        var command = "cd \"$0\" && unset MSBUILD_EXE_PATH MSBuildSDKsPath MSBuildExtensionsPath MSBuildLoadMicrosoftTargetsReadOnly && exec timeout 300 dotnet \"$@\"";
        return ProcessRunner.Run("bash", ["-c", command, folder, .. arguments]);
    }

    /// <summary>Builds the project in a folder; it must succeed without a warning.</summary>
    internal static void Build(string folder, params string[] options)
    {
        var result = DotNet(folder, ["build", "--nologo", .. options]);
        Assert.That(result.ExitCode, Is.Zero, result.Output);
        Assert.That(result.Output, Does.Contain(" 0 Warning(s)"));
    }

    private static string Metadata(string key) =>
        typeof(Workplace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
