using System;

namespace Tarn.Kernel;

/// <summary>What a panic has to say when it is more than a sentence: the report of a processor's exception.</summary>
/// <remarks>It is written in any state of the kernel, with nothing to rely on: it allocates nothing, takes no lock, and formats by <see
/// cref="PanicWriter"/> alone.</remarks>
public interface IPanicReport
{
    /// <summary>Writes it all. The first line, in words, is the cause; every line ends with '\n'.</summary>
    void Write(ref PanicWriter writer);

    /// <summary>Writes it in one line without an end: it struck while another panic was being reported.</summary>
    void WriteBriefly(ref PanicWriter writer);

    /// <summary>Copies the registers at the time of the event, for the <see cref="Epitaph"/>.</summary>
    /// <param name="registers">Room for <see cref="Epitaph.MaximumRegisters"/>.</param>
    /// <returns>How many were copied.</returns>
    int CopyRegisters(Span<ulong> registers);
}
