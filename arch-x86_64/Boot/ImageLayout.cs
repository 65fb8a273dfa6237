using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>Where the linker put the image's segments: virtual addresses, each start and end at a page boundary. (<c>tarn_image_layout</c>, Pvh.s.)</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ImageLayout
{
    /// <summary>The whole image.</summary>
    public ulong ImageStart, ImageEnd;

    /// <summary>Code: read and execute.</summary>
    public ulong TextStart, TextEnd;

    /// <summary>Constants and unwind tables: read.</summary>
    public ulong ReadOnlyDataStart, ReadOnlyDataEnd;

    /// <summary>Variables, and the boot stack: read and write.</summary>
    public ulong DataStart, DataEnd;
}
