using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>Where the linker put the image's segments and stacks: virtual addresses, each start and end at a page boundary.
/// (<c>tarn_image_layout</c>, ImageLayout.s.)</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ImageLayout
{
    /// <summary>The whole image.</summary>
    public ulong ImageStart, ImageEnd;

    /// <summary>Code: read and execute.</summary>
    public ulong TextStart, TextEnd;

    /// <summary>Constants and unwind tables: read.</summary>
    public ulong ReadOnlyDataStart, ReadOnlyDataEnd;

    /// <summary>Variables, and the stacks: read and write.</summary>
    public ulong DataStart, DataEnd;

    /// <summary>The part of the code in which a fault can be an exception: what ILC compiled, and the core library's assembly that touches objects on its
    /// behalf.</summary>
    public ulong ThrowingCodeStart, ThrowingCodeEnd;

    /// <summary>Code that the compiler made up between methods: it makes delegates, and looks things up in generic dictionaries. It is jumped into or called,
    /// jumps on or returns, and uses no stack, so that the return address of the call is on top of it.</summary>
    public ulong StubsStart, StubsEnd;

    private KernelStack* _stacks;
    private KernelStack* _stacksEnd;

    /// <summary>The layout of the running image.</summary>
    public static ref readonly ImageLayout Current => ref *GetImageLayout();

    /// <summary>Every stack of the kernel: the boot stack, then those of the interrupt stack table in its order.</summary>
    public readonly ReadOnlySpan<KernelStack> Stacks => new(_stacks, (int)(_stacksEnd - _stacks));

    [RuntimeImport("*", "tarn_get_image_layout")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ImageLayout* GetImageLayout();
}
