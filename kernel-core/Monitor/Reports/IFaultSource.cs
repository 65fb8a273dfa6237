using System;

namespace Tarn.Monitor;

/// <summary>Raises faults that are asked for, so that the kernel's reports can be seen.</summary>
public interface IFaultSource
{
    /// <summary>The names of the faults, with commas and blanks between them: UTF-8.</summary>
    ReadOnlySpan<byte> Names { get; }

    /// <summary>Raises a fault. Few of them return.</summary>
    /// <returns>False where there is none of that name.</returns>
    bool TryRaise(ReadOnlySpan<byte> name);
}
