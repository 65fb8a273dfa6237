using System;
using System.Text;

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

    /// <summary>What is wrong, in words: UTF-8. Does not allocate.</summary>
    public ReadOnlySpan<byte> Reason => Kind switch
    {
        SerialFaultKind.None => "nothing is wrong"u8,
        SerialFaultKind.Absent => "no serial port answers"u8,
        SerialFaultKind.NoScratchRegister => "not a 16550: its scratch register keeps nothing"u8,
        SerialFaultKind.LoopbackSilent => "broken: a byte sent through its loopback never arrived"u8,
        _ => "broken: a byte sent through its loopback arrived as another"u8,
    };

    /// <summary>Says it in a sentence, with the bytes that betrayed it. Allocates.</summary>
    public override string ToString() => $"serial port at 0x{BasePort:X}: {Encoding.UTF8.GetString(Reason)} (wrote 0x{Expected:X2}, read 0x{Found:X2})";
}
