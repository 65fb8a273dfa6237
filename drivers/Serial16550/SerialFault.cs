namespace Tarn.Drivers;

/// <summary>Why a serial port could not be opened, and what betrayed it.</summary>
public readonly struct SerialFault
{
    internal SerialFault(SerialFaultKind kind, ushort basePort, byte expected, byte found)
    {
        Kind = kind;
        BasePort = basePort;
        Expected = expected;
        Found = found;
    }

    /// <summary>What is wrong.</summary>
    public SerialFaultKind Kind { get; }

    /// <summary>The first port of the registers that were probed.</summary>
    public ushort BasePort { get; }

    /// <summary>The byte that was written, where one was.</summary>
    public byte Expected { get; }

    /// <summary>The byte that was read back.</summary>
    public byte Found { get; }

    /// <summary>Says it in a sentence. Allocates.</summary>
    public override string ToString() => Kind switch
    {
        SerialFaultKind.None => $"the serial port at 0x{BasePort:X} was opened",
        SerialFaultKind.Absent => $"no serial port at 0x{BasePort:X}: its line status reads 0x{Found:X2}",
        SerialFaultKind.NoScratchRegister =>
            $"no 16550 at 0x{BasePort:X}: its scratch register reads 0x{Found:X2} after 0x{Expected:X2} was written",
        SerialFaultKind.LoopbackSilent =>
            $"the serial port at 0x{BasePort:X} is broken: 0x{Expected:X2} sent through its loopback never arrived",
        _ =>
            $"the serial port at 0x{BasePort:X} is broken: 0x{Expected:X2} sent through its loopback arrived as 0x{Found:X2}",
    };
}
