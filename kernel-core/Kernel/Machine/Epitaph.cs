using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Tarn.Kernel;

/// <summary>What a kernel leaves behind when it dies: at the symbol <c>tarn_epitaph</c>, for a debugger or whoever looks through its
/// memory.</summary>
/// <remarks>
/// <code>
///     0  magic      8 bytes "TarnDied"; zero as long as the kernel lives
///     8  length     of the reason in bytes (32 bits)
///    12  count      of registers (32 bits)
///    16  reason     UTF-8: the first line of the panic's report
///   256  registers  64 bits each, in the architecture's order (on x86_64 that of InterruptFrame, then CR0, CR2, CR3, CR4)
///   512
/// </code>
/// The first panic is the one that is kept: those that strike while it is reported are its consequences. Neither allocates nor throws.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Epitaph
{
    /// <summary>The magic number: "TarnDied" in memory.</summary>
    public const ulong ExpectedMagic = 0x64656944_6E726154;

    /// <summary>How many registers there is room for.</summary>
    public const int MaximumRegisters = 32;

    private const int MaximumReasonLength = 240;

    private ulong _magic;
    private uint _reasonLength;
    private uint _registerCount;
    private fixed byte _reason[MaximumReasonLength];
    private fixed ulong _registers[MaximumRegisters];

    /// <summary>Whether the kernel has died.</summary>
    public readonly bool IsWritten => _magic == ExpectedMagic;

    /// <summary>The reason.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Reason => MemoryMarshal.CreateReadOnlySpan(in _reason[0], (int)_reasonLength);

    /// <summary>The registers.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<ulong> Registers => MemoryMarshal.CreateReadOnlySpan(in _registers[0], (int)_registerCount);

    /// <summary>Appends to the reason what fits of the report's first line.</summary>
    internal void AppendReason(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            var isFirst = _reasonLength == 0;
            if (value == (byte)'\n' && isFirst)
            {
                continue;
            }

            var end = !isFirst && _reason[_reasonLength - 1] == (byte)'\n';
            if (end || _reasonLength == MaximumReasonLength)
            {
                return;
            }

            _reason[_reasonLength++] = value;
        }
    }

    /// <summary>Keeps the registers and marks the epitaph as written.</summary>
    internal void Write(ReadOnlySpan<ulong> registers)
    {
        var count = Math.Min(registers.Length, MaximumRegisters);
        for (var index = 0; index < count; index++)
        {
            _registers[index] = registers[index];
        }

        _registerCount = (uint)count;
        _magic = ExpectedMagic;
    }
}
