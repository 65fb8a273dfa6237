using System;
using System.Collections.Generic;
using System.Text;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Output;

/// <summary>A sink that keeps what it gets.</summary>
internal sealed class RecordingSink : IConsoleSink
{
    private readonly List<byte> _bytes = [];

    /// <summary>The length of each write.</summary>
    public List<int> Lengths { get; } = [];

    /// <summary>Runs at the start of every write, before anything is kept.</summary>
    public Action? BeforeWrite { get; set; }

    /// <summary>Whether interrupts were masked during any write.</summary>
    public bool WasEverMasked { get; private set; }

    public string Text => Encoding.UTF8.GetString([.. _bytes]);

    public void Write(ReadOnlySpan<byte> text)
    {
        WasEverMasked |= Processor.AreInterruptsMasked;
        BeforeWrite?.Invoke();
        _bytes.AddRange(text);
        Lengths.Add(text.Length);
    }
}
