using Tarn.Kernel;

namespace Tarn.Tests.Host.Testing;

/// <summary>The kernel has left the machine; on a host test's thread it gets no further either.</summary>
internal sealed class MachineLeftException(ExitOutcome outcome) : Exception($"The kernel left the machine: {outcome}.")
{
    public ExitOutcome Outcome => outcome;
}
