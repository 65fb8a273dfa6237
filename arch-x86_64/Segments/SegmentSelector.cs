namespace Tarn.Arch.X86_64;

/// <summary>What is loaded into a segment register: an entry of the descriptor table and a privilege level (Intel SDM volume 3, section
/// 3.4.2).</summary>
/// <remarks>
/// <code>
///   15                    3  2  1  0
///   ┌───────────────────────┬──┬─────┐
///   │ index                 │TI│ RPL │     TI: 0 global table, 1 local table
///   └───────────────────────┴──┴─────┘
/// </code>
/// </remarks>
public readonly struct SegmentSelector
{
    private const int IndexShift = 3;

    private readonly ushort _word;

    private SegmentSelector(int index, int privilegeLevel) => _word = (ushort)(index << IndexShift | privilegeLevel);

    /// <summary>The kernel's code.</summary>
    public static SegmentSelector KernelCode => new(1, 0);

    /// <summary>The kernel's data and stack.</summary>
    public static SegmentSelector KernelData => new(2, 0);

    /// <summary>Data and stack of ring 3. It stands before the code because SYSRET wants it so (Intel SDM volume 2, SYSRET).</summary>
    public static SegmentSelector UserData => new(3, 3);

    /// <summary>Code of ring 3.</summary>
    public static SegmentSelector UserCode => new(4, 3);

    /// <summary>The task-state segment; its descriptor takes two entries.</summary>
    public static SegmentSelector TaskState => new(5, 0);

    /// <summary>As the processor takes it.</summary>
    public ushort Value => _word;
}
