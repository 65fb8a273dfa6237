using Tarn.Arch.X86_64;
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>Resets the machine by what no processor survives: for where nothing else does.</summary>
internal sealed class TripleFaultReset : IExit
{
    /// <inheritdoc/>
    public void Exit(ExitOutcome outcome) => Processor.TripleFault();
}
