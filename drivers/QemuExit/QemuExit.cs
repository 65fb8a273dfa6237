using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Leaves QEMU through its isa-debug-exit device.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <remarks>
/// The device ends the emulator with the status (value &lt;&lt; 1) | 1 when a value is written to its port (QEMU's hw/misc/debugexit.c).
/// QEMU has it only when told: <c>-device isa-debug-exit,iobase=0xf4,iosize=4</c>. Nothing here allocates, throws or takes a lock.
/// </remarks>
public sealed class QemuExit<TPorts> : IExit
    where TPorts : struct, IPortSpace
{
    /// <summary>The port that everybody gives the device: no PC has anything else there.</summary>
    public const ushort UsualPort = 0xF4;

    // Values whose status nothing else in QEMU ends with: 33 and 35.
    private const byte SuccessValue = 0x10;
    private const byte FailureValue = 0x11;

    private const int LargestStatus = 125;

    private readonly ushort _port;
    private TPorts _ports;

    /// <summary>Names the device; touches nothing.</summary>
    /// <param name="ports">The machine's port space.</param>
    /// <param name="port">The device's port, its <c>iobase</c>.</param>
    public QemuExit(TPorts ports, ushort port = UsualPort)
    {
        _ports = ports;
        _port = port;
    }

    /// <summary>Ends QEMU: with status 33 for success, 35 for failure.</summary>
    /// <inheritdoc/>
    public void Exit(ExitOutcome outcome) => _ports.WriteByte(_port, outcome == ExitOutcome.Success ? SuccessValue : FailureValue);

    /// <summary>Ends QEMU with the status of a program.</summary>
    /// <param name="status">0 is success; 1 to 124 can be told apart; any other is 125.</param>
    /// <remarks>
    /// QEMU's status is (code &lt;&lt; 1) | 1, of 8 bits. Success is 33 as above; the codes 1 to 15 and 18 to 127 are the statuses 1 to 125, since 16 and 17 mean
    /// success and failure. Returns only where there is no such device.
    /// </remarks>
    public void ExitWith(int status)
    {
        var code = status is > 0 and < LargestStatus ? status : LargestStatus;
        _ports.WriteByte(_port, status == 0 ? SuccessValue : (byte)(code < SuccessValue ? code : code + 2));
    }
}
