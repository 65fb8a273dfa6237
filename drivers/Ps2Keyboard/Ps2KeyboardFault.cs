using System;
using System.Text;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Why the keyboard could not be started, and what betrayed it.</summary>
public readonly struct Ps2KeyboardFault
{
    internal Ps2KeyboardFault(
        Ps2KeyboardFaultKind kind, byte expected = 0, byte found = 0, InterruptClaimFault claim = InterruptClaimFault.None)
    {
        Kind = kind;
        Expected = expected;
        Found = found;
        Claim = claim;
    }

    /// <summary>What is wrong.</summary>
    public Ps2KeyboardFaultKind Kind { get; }

    /// <summary>The byte that should have come, or the command that was not taken.</summary>
    public byte Expected { get; }

    /// <summary>The byte that came instead, or the status where none did.</summary>
    public byte Found { get; }

    /// <summary>Why line 1 was not given, where that is what is wrong.</summary>
    public InterruptClaimFault Claim { get; }

    /// <summary>What is wrong, in words: UTF-8. Does not allocate.</summary>
    public ReadOnlySpan<byte> Reason => Kind switch
    {
        Ps2KeyboardFaultKind.None => "nothing is wrong"u8,
        Ps2KeyboardFaultKind.ControllerAbsent => "no keyboard controller answers"u8,
        Ps2KeyboardFaultKind.ControllerMute => "the keyboard controller takes no commands, or does not answer them"u8,
        Ps2KeyboardFaultKind.ControllerBabbles => "the keyboard controller's output does not run empty"u8,
        Ps2KeyboardFaultKind.ControllerFailed => "the keyboard controller's self-test failed"u8,
        Ps2KeyboardFaultKind.PortFailed => "a line to the keyboard is stuck"u8,
        Ps2KeyboardFaultKind.KeyboardMute => "no keyboard answers"u8,
        Ps2KeyboardFaultKind.KeyboardRefuses => "the keyboard refuses a command"u8,
        Ps2KeyboardFaultKind.KeyboardFailed => "the keyboard's self-test failed"u8,
        Ps2KeyboardFaultKind.ConfigurationNotKept => "the keyboard controller does not keep its configuration"u8,
        _ => "the keyboard's interrupt line was not given"u8,
    };

    /// <summary>Says it in a sentence, with the bytes that betrayed it. Allocates.</summary>
    public override string ToString() => $"{Encoding.UTF8.GetString(Reason)} (expected 0x{Expected:X2}, found 0x{Found:X2})";
}
