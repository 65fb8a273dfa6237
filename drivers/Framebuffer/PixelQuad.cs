using System.Runtime.InteropServices;

namespace Tarn.Drivers;

/// <summary>Four neighbouring pixels of 32 bits, the leftmost one first: what the compiler writes with one instruction.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct PixelQuad
{
    /// <summary>Two pixels; the left one is in the lower half.</summary>
    public ulong Left, Right;

    internal PixelQuad(uint first, uint second, uint third, uint fourth)
    {
        Left = first | (ulong)second << 32;
        Right = third | (ulong)fourth << 32;
    }
}
