using Nuke.Common;
using Tarn.Pipeline;

/// <content>The programs of the system that the other targets use.</content>
public sealed partial class Build
{
    Target Setup => _ => _
        .Description("Checks for the system packages, and installs missing ones where that is possible without asking")
        .Executes(() => RequireTools(SystemTool.Qemu, SystemTool.Linker, SystemTool.Binutils));

    Target SetupDebugger => _ => _
        .Description("The same for gdb")
        .Unlisted()
        .Executes(() => RequireTools(SystemTool.Debugger));

    /// <summary>Makes sure that tools are there, as the target Setup does for those that every build needs.</summary>
    private static void RequireTools(params SystemTool[] tools) => new SystemSetup(TemporaryDirectory / "setup.verified").Ensure(tools);
}
