using System;

namespace Tarn.Kernel;

/// <summary>Text goes to every sink of a panic, under no lock.</summary>
internal readonly struct PanicOutput : ITextOutput
{
    public static void Write(ReadOnlySpan<byte> text) => Panic.WriteToEverySink(text);
}
