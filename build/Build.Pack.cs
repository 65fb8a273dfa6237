using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <content>Packages: the components, the SDK and the templates.</content>
public sealed partial class Build
{
    private AbsolutePath PackagesDirectory => ArtifactsDirectory / "packages";

    private AbsolutePath PackagesProject => RootDirectory / "build" / "Sdk" / "Packages.proj";

    Target Pack => _ => _
        .Description("Makes the packages of all components, of Tarn.Sdk and of the templates: artifacts/packages/*.nupkg")
        .DependsOn(Setup)
        .Produces("artifacts/packages/*.nupkg")
        .Executes(() =>
        {
            var inputs = KernelDirectories.Concat([RootDirectory / "tests" / "Testing", RootDirectory / "tests" / "Emulator", RootDirectory / "templates", RootDirectory / "Directory.Build.props"]);
            var state = InputState.Of(inputs, "packages");
            var stamp = TemporaryDirectory / "packages.inputs";
            if (stamp.FileExists() && stamp.ReadAllText().Trim() == $"{state} {PackagesDirectory.GlobFiles("*.nupkg").Count}")
            {
                Log.Information("{Packages} is up to date", RootDirectory.GetRelativePathTo(PackagesDirectory));
                return;
            }

            // What is packed is what is optimised: a package does not say how it was compiled.
            stamp.DeleteFile();
            PackagesDirectory.CreateOrCleanDirectory();
            DotNet($"msbuild {PackagesProject} -target:Restore -nologo -verbosity:quiet -property:Configuration=Release");
            DotNet($"msbuild {PackagesProject} -target:Pack -nologo -verbosity:quiet -property:Configuration=Release");
            var packages = PackagesDirectory.GlobFiles("*.nupkg");
            stamp.Parent!.CreateDirectory();
            stamp.WriteAllText($"{state} {packages.Count}");
            Log.Information("{Count} packages in {Packages}", packages.Count, RootDirectory.GetRelativePathTo(PackagesDirectory));
        });
}
