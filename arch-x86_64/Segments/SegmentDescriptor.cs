using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>A code or data segment in the global descriptor table (Intel SDM volume 3, sections 3.4.5 and 5.2.1).</summary>
/// <remarks>
/// In 64-bit mode the processor looks at no base and no limit; they are left zero.
/// <code>
///   63        56 55 54 53 52 51    48 47 46 45 44 43       40 39            16 15         0
///   ┌───────────┬──┬──┬──┬──┬────────┬──┬─────┬──┬───────────┬────────────────┬────────────┐
///   │ base 31:24│G │DB│L │  │limit   │P │ DPL │S │ type      │ base 23:0      │ limit 15:0 │
///   └───────────┴──┴──┴──┴──┴────────┴──┴─────┴──┴───────────┴────────────────┴────────────┘
///   type of code: 1, conforming, readable, accessed      of data: 0, expands down, writable, accessed
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly struct SegmentDescriptor
{
    private const int PrivilegeLevelShift = 45;

    // Marked accessed beforehand, so that the processor never writes into the table.
    private const ulong Accessed = 1UL << 40;
    private const ulong ReadableOrWritable = 1UL << 41;
    private const ulong Executable = 1UL << 43;
    private const ulong CodeOrData = 1UL << 44;
    private const ulong Present = 1UL << 47;
    private const ulong LongMode = 1UL << 53;

    private readonly ulong _word;

    private SegmentDescriptor(ulong word) => _word = word;

    /// <summary>64-bit code.</summary>
    /// <param name="privilegeLevel">The ring that runs it: 0 or 3.</param>
    public static SegmentDescriptor Code(int privilegeLevel) =>
        new(Present | CodeOrData | Executable | ReadableOrWritable | Accessed | LongMode | (ulong)privilegeLevel << PrivilegeLevelShift);

    /// <summary>Data, and a stack.</summary>
    /// <param name="privilegeLevel">The ring that uses it: 0 or 3.</param>
    public static SegmentDescriptor Data(int privilegeLevel) =>
        new(Present | CodeOrData | ReadableOrWritable | Accessed | (ulong)privilegeLevel << PrivilegeLevelShift);
}
