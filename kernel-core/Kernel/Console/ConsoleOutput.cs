using System;

namespace Tarn.Kernel;

/// <summary>Text goes to the console, under its lock.</summary>
internal readonly struct ConsoleOutput : ITextOutput
{
    public static void Write(ReadOnlySpan<byte> text) => ConsoleRouter.Write(text);
}
