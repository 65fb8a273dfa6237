using System.Runtime.InteropServices;

namespace Tarn.Unwinding;

/// <summary>A range of memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct MemoryRange(byte* start, byte* end)
{
    /// <summary>Its first byte.</summary>
    internal readonly byte* Start = start;

    /// <summary>One past its last byte.</summary>
    internal readonly byte* End = end;

    /// <summary>Whether <paramref name="address"/> is one of its bytes.</summary>
    internal bool Contains(byte* address) => address >= Start && address < End;
}
