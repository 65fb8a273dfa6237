namespace Tarn.Kernel;

/// <summary>Where a device's interrupt handler puts the bytes that the device has sent.</summary>
/// <remarks>Drivers take it as a struct type argument, so that the call is direct: an interrupt handler may make no other.</remarks>
public interface IByteReceiver
{
    /// <summary>Takes a byte. Runs in the interrupt: allocates, throws and waits for nothing.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>False where there is no room: the byte is dropped, and counted there.</returns>
    bool TryWrite(byte value);
}
