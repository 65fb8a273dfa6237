using System;

namespace Tarn.Kernel;

/// <summary>Where a <see cref="TextBuilder{TOutput}"/> sends what it has put together.</summary>
internal interface ITextOutput
{
    static abstract void Write(ReadOnlySpan<byte> text);
}
