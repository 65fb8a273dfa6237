using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Resets a PC. The outcome does not matter: whoever started the machine is told nothing.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <remarks>Nothing here allocates, throws or takes a lock.</remarks>
public sealed class PcReset<TPorts> : IExit
    where TPorts : struct, IPortSpace
{
    // The 8042: bit 1 of its status says that it has not taken the last command yet; 0xFE pulses its output 0, which is the processor's
    // reset (IBM PC AT Technical Reference).
    private const ushort ControllerPort = 0x64;
    private const byte InputFull = 1 << 1;
    private const byte NobodyDrivesTheBus = 0xFF;
    private const byte PulseReset = 0xFE;

    // The reset control register (Intel ICH9, section 13.7.5): a system reset is chosen by bit 1, and done when bit 2 rises.
    private const ushort ResetControlPort = 0xCF9;
    private const byte SystemReset = 1 << 1;
    private const byte ResetProcessor = 1 << 2;

    private const int MostPolls = 100_000;

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TPorts _ports;

    /// <summary>Touches nothing yet.</summary>
    public PcReset(TPorts ports) => _ports = ports;

    /// <summary>Resets the machine.</summary>
    /// <inheritdoc/>
    public void Exit(ExitOutcome outcome)
    {
        if (_ports.ReadByte(ControllerPort) != NobodyDrivesTheBus && WaitForController())
        {
            _ports.WriteByte(ControllerPort, PulseReset);

            // The pulse takes some microseconds; reading a port takes about one.
            WaitForController();
        }

        _ports.WriteByte(ResetControlPort, SystemReset);
        _ports.WriteByte(ResetControlPort, SystemReset | ResetProcessor);
    }

    private bool WaitForController()
    {
        for (var polls = 0; polls < MostPolls; polls++)
        {
            if ((_ports.ReadByte(ControllerPort) & InputFull) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
