using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <content>From sources to images.</content>
public sealed partial class Build
{
    private AbsolutePath ArtifactsDirectory => RootDirectory / "artifacts";

    private AbsolutePath ImagesDirectory => ArtifactsDirectory / "images";

    /// <summary>The folders that an image is made of.</summary>
    private IEnumerable<AbsolutePath> KernelDirectories =>
        new[] { "kernel-core", "arch-x86_64", "mm", "drivers", "tasks", "build/Sdk" }.Select(name => RootDirectory / name);

    private AbsolutePath ReferenceImageProject => RootDirectory / "kernel-core" / "Image" / "Tarn.Image.csproj";

    private AbsolutePath ReferenceImage => ImageOf("tarn", Allocator);

    /// <summary>Written only where handlers are checked: for Release.</summary>
    private AbsolutePath HandlerReport => ImagesDirectory / $"tarn-{Allocator.FileName}{Configuration.ImageSuffix}.handlers.md";

    Target Compile => _ => _
        .Description("Compiles every project of the solution")
        .DependsOn(Setup)
        .Executes(() => DotNet($"build {RootDirectory / "Nuke.sln"} --configuration {Configuration} --nologo --verbosity quiet -p:TarnToolchain={Toolchain}"));

    Target Image => _ => _
        .Description("Composes the kernel image of the chosen allocator: artifacts/images/tarn-<allocator>.elf")
        .DependsOn(Setup)
        .Executes(() =>
        {
            BuildImage(ReferenceImageProject, Allocator, ReferenceImage, KernelDirectories);
            Log.Information("{Image} ({Size} bytes)", RootDirectory.GetRelativePathTo(ReferenceImage), new FileInfo(ReferenceImage).Length);
            if (HandlerReport.FileExists())
            {
                Log.Information("{Report}: what its interrupt handlers cost", RootDirectory.GetRelativePathTo(HandlerReport));
            }

            var names = ReferenceImage.Parent! / (ReferenceImage.NameWithoutExtension + ".names");
            if (names.FileExists())
            {
                Log.Information("{Names:l}", File.ReadLines(names).First().TrimStart('#', ' '));
            }
        });

    private AbsolutePath ImageOf(string name, Allocator allocator) => ImageOf(name, allocator, Configuration);

    private AbsolutePath ImageOf(string name, Allocator allocator, Configuration configuration) =>
        ImagesDirectory / $"{name}-{allocator.FileName}{configuration.ImageSuffix}.elf";

    /// <summary>Builds one image unless it was built from just these files already.</summary>
    /// <remarks>MSBuild would find that out too, in three seconds; a look at names, sizes and times costs a hundredth of that.</remarks>
    private void BuildImage(AbsolutePath project, Allocator allocator, AbsolutePath image, IEnumerable<AbsolutePath> inputs, bool hasMonitor = true) =>
        BuildImage(project, allocator, Configuration, image, inputs, hasMonitor);

    private void BuildImage(AbsolutePath project, Allocator allocator, Configuration configuration, AbsolutePath image, IEnumerable<AbsolutePath> inputs, bool hasMonitor = true, string properties = "")
    {
        var common = new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig" }.Select(name => RootDirectory / name);
        var state = InputState.Of(inputs.Concat(common), $"{configuration} {allocator} {Toolchain}{properties}");
        var stamp = TemporaryDirectory / "images" / (image.Name + ".inputs");
        if (image.FileExists() && stamp.FileExists() && stamp.ReadAllText().Trim() == Seal(state, image))
        {
            Log.Information("{Image} is up to date", RootDirectory.GetRelativePathTo(image));
            return;
        }

        stamp.DeleteFile();
        DotNet($"build {project} --configuration {configuration} --nologo --verbosity quiet -p:TarnAllocator={allocator} -p:TarnToolchain={Toolchain} -p:TarnMonitor={(hasMonitor ? "true" : "false")}{properties:nq}");
        Assert.FileExists(image);
        stamp.Parent!.CreateDirectory();
        stamp.WriteAllText(Seal(state, image));
    }

    /// <summary>Ties what an image was built from to that very file: another build of it, with other options perhaps, breaks the seal.</summary>
    private static string Seal(string state, AbsolutePath image) => $"{state} {File.GetLastWriteTimeUtc(image).Ticks}";
}
