using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Tarn.Pipeline;

/// <summary>
/// The pipeline. It is written against Nuke.Common and compiles against the engine in Engine/ just as well; each further part of this class
/// has the targets of one subject.
/// </summary>
public sealed partial class Build : NukeBuild
{
    [Parameter("Configuration to build: Release (default) or Debug")]
    readonly Configuration Configuration = Configuration.Release;

    [Parameter("Allocator under the heap: FixedSizeBlock (default), LinkedList or Bump")]
    readonly Allocator Allocator = Allocator.FixedSizeBlock;

    [Parameter("Compiler from IL to machine code: Ilc (default) or Bflat")]
    readonly Toolchain Toolchain = Toolchain.Ilc;

    [Parameter("Who boots the kernel: Direct (default), LimineBios or LimineUefi")]
    readonly Boot Boot = Boot.Direct;

    [Parameter("Runs without a window; the serial port is the terminal, and Ctrl-A X leaves")]
    readonly bool Headless;

    [Parameter("Makes the kernel leave by itself: Idle, when it has nothing left to do")]
    readonly string? Until;

    [Parameter("Makes the kernel show the report of a fault of this name")]
    readonly string? Fault;

    [Parameter("Runs only the tests that this expression selects")]
    readonly string? Filter;

    [Parameter("Directory of the Limine boot loader to put on the disc")]
    readonly AbsolutePath? Limine;

    /// <summary>Where the bootstrap script remembers which engine the feed allows; without it, it finds out anew.</summary>
    AbsolutePath EngineFile => TemporaryDirectory / "engine";

    Target Clean => _ => _
        .Description("Removes all that was built")
        .Before(Setup)
        .Executes(() =>
        {
            ArtifactsDirectory.DeleteDirectory();
            EngineFile.DeleteFile();
        });

    /// <summary>Runs the pipeline; the exit code is 0 only after success.</summary>
    public static int Main() => Execute<Build>();

    /// <inheritdoc/>
    protected override void OnBuildCreated()
    {
        if (!NoLogo)
        {
            Log.Information("Pipeline engine: {Engine:l}", PipelineEngine.Describe(EngineFile));
        }
    }

    /// <inheritdoc/>
    protected override void OnBuildInitialized() => ArgumentCheck.Check(GetType());
}
