namespace System.Diagnostics;

[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Module, AllowMultiple = false)]
public sealed class DebuggableAttribute : Attribute
{
    public DebuggableAttribute(DebuggingModes modes)
    {
        DebuggingFlags = modes;
    }

    public DebuggableAttribute(bool isJITTrackingEnabled, bool isJITOptimizerDisabled)
    {
        DebuggingFlags = (isJITTrackingEnabled ? DebuggingModes.Default : DebuggingModes.None) |
            (isJITOptimizerDisabled ? DebuggingModes.DisableOptimizations : DebuggingModes.None);
    }

    [Flags]
    public enum DebuggingModes
    {
        None = 0,
        Default = 1,
        IgnoreSymbolStoreSequencePoints = 2,
        EnableEditAndContinue = 4,
        DisableOptimizations = 256,
    }

    public DebuggingModes DebuggingFlags { get; }

    public bool IsJITTrackingEnabled => (DebuggingFlags & DebuggingModes.Default) != 0;

    public bool IsJITOptimizerDisabled => (DebuggingFlags & DebuggingModes.DisableOptimizations) != 0;
}
