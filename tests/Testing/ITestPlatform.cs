using Tarn.Kernel;
using Tarn.Testing.Protocol;

namespace Tarn.Testing;

/// <summary>
/// What the harness needs of the machine. The test kernel's parts list makes it of a serial port, the processor's counter and the exit
/// device.
/// </summary>
public interface ITestPlatform : IByteSink, IExit
{
    /// <summary>
    /// Whether there is a channel to the host. Without one, <see cref="IByteSink.Write"/> drops its bytes and results go to the console
    /// alone.
    /// </summary>
    bool HasChannel { get; }

    /// <summary>The time-stamp counter. Under QEMU's <c>-icount shift=0</c> it counts instructions.</summary>
    ulong Timestamp { get; }

    /// <summary>A case begins: what the machine counts for each case starts anew. Most machines count nothing.</summary>
    void BeginCase();

    /// <summary>Takes a byte that the host sent, if there is one. Does not wait.</summary>
    bool TryRead(out byte value);
}
