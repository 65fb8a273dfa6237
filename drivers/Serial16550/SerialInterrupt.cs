using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>A serial port's interrupt: reads what has arrived, and hands it on.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <typeparam name="TReceiver">Where the bytes go.</typeparam>
public struct SerialInterrupt<TPorts, TReceiver> : IInterruptHandler
    where TPorts : struct, IPortSpace
    where TReceiver : struct, IByteReceiver
{
    private readonly Serial16550<TPorts> _port;

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TReceiver _receiver;

    internal SerialInterrupt(Serial16550<TPorts> port, TReceiver receiver)
    {
        _port = port;
        _receiver = receiver;
    }

    /// <inheritdoc/>
    public void OnInterrupt() => _port.Receive(ref _receiver);
}
