using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>The keyboard's interrupt: reads the byte, and hands it on.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <typeparam name="TReceiver">Where the bytes go.</typeparam>
public struct Ps2KeyboardInterrupt<TPorts, TReceiver> : IInterruptHandler
    where TPorts : struct, IPortSpace
    where TReceiver : struct, IByteReceiver
{
    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private Ps2Controller<TPorts> _controller;
    private TReceiver _receiver;

    internal Ps2KeyboardInterrupt(TPorts ports, TReceiver receiver)
    {
        _controller = new Ps2Controller<TPorts>(ports);
        _receiver = receiver;
    }

    /// <inheritdoc/>
    public void OnInterrupt()
    {
        if (_controller.TryTake(out var value))
        {
            _receiver.TryWrite(value);
        }
    }
}
