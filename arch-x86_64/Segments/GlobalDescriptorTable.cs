using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>The segments of the kernel and of ring 3, in the order of <see cref="SegmentSelector"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct GlobalDescriptorTable
{
    private SegmentDescriptor _null;
    private SegmentDescriptor _kernelCode;
    private SegmentDescriptor _kernelData;
    private SegmentDescriptor _userData;
    private SegmentDescriptor _userCode;
    private TaskStateDescriptor _taskState;

    /// <summary>Makes the table.</summary>
    /// <param name="taskState">Where the task-state segment is.</param>
    public GlobalDescriptorTable(TaskStateDescriptor taskState)
    {
        _null = default;
        _kernelCode = SegmentDescriptor.Code(privilegeLevel: 0);
        _kernelData = SegmentDescriptor.Data(privilegeLevel: 0);
        _userData = SegmentDescriptor.Data(privilegeLevel: 3);
        _userCode = SegmentDescriptor.Code(privilegeLevel: 3);
        _taskState = taskState;
    }
}
