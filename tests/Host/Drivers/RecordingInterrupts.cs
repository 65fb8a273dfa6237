using System;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>An interrupt controller with one line: remembers the claim, and raises its interrupt.</summary>
internal sealed class RecordingInterrupts
{
    private Action? _handler;
    private bool _isServing;
    private bool _isRequested;

    /// <summary>What a claim is answered.</summary>
    public InterruptClaimFault Answer { get; init; }

    /// <summary>The line that was claimed; negative if none was.</summary>
    public int ClaimedLine { get; private set; } = -1;

    /// <summary>Whether interrupts are let through.</summary>
    public bool IsUnmasked { get; private set; }

    /// <summary>The device interrupts: served at once, if it is let through; while its handler runs, after that.</summary>
    public void Raise()
    {
        if (!IsUnmasked)
        {
            return;
        }

        _isRequested = true;
        while (_isRequested && !_isServing)
        {
            _isRequested = false;
            _isServing = true;
            _handler!();
            _isServing = false;
        }
    }

    /// <summary>What drivers are handed.</summary>
    public readonly struct Controller(RecordingInterrupts interrupts) : IInterruptController
    {
        public InterruptClaimFault Claim<THandler>(int line, THandler handler)
            where THandler : struct, IInterruptHandler
        {
            interrupts.ClaimedLine = line;
            interrupts._handler = handler.OnInterrupt;
            return interrupts.Answer;
        }

        public void Mask(int line) => interrupts.IsUnmasked = false;

        public void Unmask(int line) => interrupts.IsUnmasked = true;

        public void End(int line)
        {
        }
    }
}
