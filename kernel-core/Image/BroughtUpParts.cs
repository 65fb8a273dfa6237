using Tarn.Arch.X86_64;
using Tarn.Drivers;

namespace Tarn.Image;

/// <summary>The parts that were brought up, for who reads keys: an echo needs none of them, the monitor all.</summary>
internal readonly struct BroughtUpParts
{
    /// <summary>What gives tasks their turns.</summary>
    internal required KernelExecutor Executor { get; init; }

    /// <summary>The clock; null where it does not go.</summary>
    internal required Pit<PortSpace>? Clock { get; init; }

    /// <summary>The serial port; null where there is none.</summary>
    internal required Serial16550<PortSpace>? Serial { get; init; }

    /// <summary>Where ACPI's root pointer lies, in the direct map; 0 where there is none.</summary>
    internal required ulong RootSystemDescriptionPointer { get; init; }

    /// <summary>Added to a physical address, gives a virtual one that reaches the same memory.</summary>
    internal required ulong DirectMapOffset { get; init; }
}
