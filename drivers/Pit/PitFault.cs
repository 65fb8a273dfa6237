using System;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Why the timer could not be started, and what betrayed it.</summary>
public readonly struct PitFault
{
    internal PitFault(PitFaultKind kind, ushort count, InterruptClaimFault claim)
    {
        Kind = kind;
        Count = count;
        Claim = claim;
    }

    /// <summary>What is wrong.</summary>
    public PitFaultKind Kind { get; }

    /// <summary>What was read last as its counter.</summary>
    public ushort Count { get; }

    /// <summary>Why line 0 was not given, where that is what is wrong.</summary>
    public InterruptClaimFault Claim { get; }

    /// <summary>What is wrong, in words: UTF-8. Does not allocate.</summary>
    public ReadOnlySpan<byte> Reason => Kind switch
    {
        PitFaultKind.None => "nothing is wrong"u8,
        PitFaultKind.Absent => "no timer answers"u8,
        PitFaultKind.NotCounting => "its counter stands still"u8,
        _ => "its interrupt line was not given"u8,
    };
}
