using System;
using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>A stack inside the image, and the guard page below it. (<c>tarn_stacks</c>, Stacks.s.)</summary>
/// <remarks>
/// <code>
///   Guard            Bottom                     Top
///     │  guard page    │  stack  ◄── grows ──      │
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly unsafe struct KernelStack
{
    /// <summary>The size of a guard page in bytes.</summary>
    public const ulong GuardSize = 4096;

    private readonly ulong _guard;
    private readonly ulong _top;
    private readonly byte* _name;
    private readonly ulong _nameLength;

    /// <summary>Virtual address of the guard page: nothing is ever stored there, and paging unmaps it.</summary>
    public ulong Guard => _guard;

    /// <summary>Virtual address one past the stack's highest byte, where the stack pointer starts; page-aligned.</summary>
    public ulong Top => _top;

    /// <summary>Virtual address of the stack's lowest byte.</summary>
    public ulong Bottom => _guard + GuardSize;

    /// <summary>What the stack is called in a report, UTF-8.</summary>
    public ReadOnlySpan<byte> Name => new(_name, (int)_nameLength);

    /// <summary>Whether <paramref name="address"/> lies in the guard page.</summary>
    public bool Guards(ulong address) => address - _guard < GuardSize;
}
