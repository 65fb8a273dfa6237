namespace Tarn.Testing.Protocol;

/// <summary>Who picks the next case.</summary>
public enum RunMode : byte
{
    /// <summary>The kernel runs its cases in order, as its command line selects them, and leaves.</summary>
    Alone = 0,

    /// <summary>The kernel waits for <see cref="FrameType.Run"/> and <see cref="FrameType.Stop"/>.</summary>
    Commanded = 1,
}
