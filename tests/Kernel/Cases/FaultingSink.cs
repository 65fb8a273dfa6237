using System;
using Tarn.Kernel;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>A sink that reads through null, some times or always.</summary>
internal sealed unsafe class FaultingSink(int howOften) : IConsoleSink
{
    // Nobody sets it; the compiler does not know.
    private static ulong s_zero;

    private int _left = howOften;

    public void Write(ReadOnlySpan<byte> text)
    {
        if (_left-- > 0)
        {
            s_zero = *(ulong*)(s_zero + 0x10);
        }
    }
}
