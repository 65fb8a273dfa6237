using System;

namespace Tarn.Monitor;

/// <summary>What interrupts there have been.</summary>
public interface IInterruptReport
{
    /// <summary>How many lines the machine's controller has.</summary>
    int LineCount { get; }

    /// <summary>How many interrupts of a line have been served.</summary>
    /// <param name="line">The line, from 0 to <see cref="LineCount"/>.</param>
    ulong CountOf(int line);

    /// <summary>What has claimed the line: UTF-8; empty where nobody has.</summary>
    /// <param name="line">The line, from 0 to <see cref="LineCount"/>.</param>
    ReadOnlySpan<byte> OwnerOf(int line);

    /// <summary>How many interrupts had no cause by the time that they were served.</summary>
    ulong SpuriousCount { get; }
}
