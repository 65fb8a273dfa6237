using System;
using Tarn.Monitor;

namespace Tarn.Image;

/// <summary>The faults of <see cref="FaultDemonstration"/>, for the monitor.</summary>
internal sealed class FaultSource : IFaultSource
{
    /// <inheritdoc/>
    public ReadOnlySpan<byte> Names => FaultDemonstration.Names;

    /// <inheritdoc/>
    public bool TryRaise(ReadOnlySpan<byte> name) => FaultDemonstration.TryRaise(name);
}
