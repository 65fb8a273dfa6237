using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>The task-state segment's place in the global descriptor table: 16 bytes, two entries (Intel SDM volume 3, section
/// 8.2.3).</summary>
/// <remarks>
/// <code>
///   127                                          96 95                                     64
///   ┌──────────────────────────────────────────────┬─────────────────────────────────────────┐
///   │ reserved                                     │ base 63:32                              │
///   └──────────────────────────────────────────────┴─────────────────────────────────────────┘
///   63        56 55 54    52 51    48 47 46 45 44 43       40 39            16 15         0
///   ┌───────────┬──┬────────┬────────┬──┬─────┬──┬───────────┬────────────────┬────────────┐
///   │ base 31:24│G │        │limit   │P │ DPL │0 │ type 9    │ base 23:0      │ limit 15:0 │
///   └───────────┴──┴────────┴────────┴──┴─────┴──┴───────────┴────────────────┴────────────┘
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly struct TaskStateDescriptor
{
    private const ulong AvailableTaskState = 9UL << 40;
    private const ulong Present = 1UL << 47;
    private const ulong LowBase = 0x00FF_FFFF;
    private const ulong HighBase = 0xFF00_0000;
    private const int BaseShift = 16;
    private const int HighBaseShift = 32;

    private readonly ulong _low;
    private readonly ulong _high;

    /// <summary>Describes a segment.</summary>
    /// <param name="address">Its virtual address.</param>
    /// <param name="size">Its size in bytes: 1 to 65536.</param>
    public TaskStateDescriptor(ulong address, uint size)
    {
        _low = Present | AvailableTaskState | (address & LowBase) << BaseShift | (address & HighBase) << HighBaseShift |
            ((size - 1) & 0xFFFF);
        _high = address >> 32;
    }
}
