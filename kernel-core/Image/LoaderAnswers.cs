using Tarn.Arch.X86_64;
using Tarn.Boot;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>What the loader has found out and done.</summary>
internal static class LoaderAnswers
{
    private static BootInformation s_boot;

    /// <summary>Reads the answers to what the kernel asked of its loader, and keeps them: the loader's own memory is used up later.</summary>
    /// <param name="requests">What was asked, answered.</param>
    /// <param name="exit">The way out of the machine, which a panic takes if the command line says until when to run.</param>
    internal static ref readonly BootInformation Read(in LimineRequests requests, QemuExit<PortSpace> exit)
    {
        var error = LimineParser.Parse(in requests, ref s_boot);
        if (s_boot.CommandLine.TryGetValue("until"u8, out _))
        {
            Panic.LeaveThrough(exit);
        }

        if (error.Kind != BootErrorKind.None)
        {
            Panic.Fail($"the kernel cannot start: {error.Message} (0x{error.Offender:x})");
        }

        return ref s_boot;
    }
}
