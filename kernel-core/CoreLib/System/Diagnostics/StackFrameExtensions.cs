namespace System.Diagnostics;

public static class StackFrameExtensions
{
    public static bool HasNativeImage(this StackFrame stackFrame) => true;

    public static bool HasILOffset(this StackFrame stackFrame) => false;

    public static bool HasSource(this StackFrame stackFrame) => false;

    /// <summary>An address inside of the instruction that the frame is about: a call, or what faulted.</summary>
    public static nint GetNativeIP(this StackFrame stackFrame)
    {
        ArgumentNullException.ThrowIfNull(stackFrame);
        return stackFrame.Address;
    }
}
