using System;

namespace Tarn.Arch.X86_64;

/// <summary>Why the interrupt controllers cannot be used: what was written to a mask register, and what it read back.</summary>
public readonly struct PicFault
{
    internal PicFault(ushort port, byte expected, byte found)
    {
        Port = port;
        Expected = expected;
        Found = found;
    }

    /// <summary>The mask register that did not keep what was written; 0 where nothing is wrong.</summary>
    public ushort Port { get; }

    /// <summary>What was written.</summary>
    public byte Expected { get; }

    /// <summary>What was read.</summary>
    public byte Found { get; }

    /// <summary>What is wrong, in words: UTF-8. Does not allocate.</summary>
    public ReadOnlySpan<byte> Reason => Port == 0 ? "nothing is wrong"u8 : "no controller: its mask register keeps nothing"u8;
}
