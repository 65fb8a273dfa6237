using System;

namespace Tarn.Boot;

/// <summary>Why a kernel cannot start with what its loader told it, and the value that was wrong.</summary>
public readonly struct BootError
{
    /// <summary>Makes an error.</summary>
    public BootError(BootErrorKind kind, ulong offender = 0)
    {
        Kind = kind;
        Offender = offender;
    }

    /// <summary>What was wrong; <see cref="BootErrorKind.None"/> where nothing was.</summary>
    public BootErrorKind Kind { get; }

    /// <summary>The value that was wrong: a count, an address or a revision; 0 where something was missing.</summary>
    public ulong Offender { get; }

    /// <summary>The error in words, as the panic says it: UTF-8.</summary>
    public ReadOnlySpan<byte> Message => Kind switch
    {
        BootErrorKind.None => "no error"u8,
        BootErrorKind.BaseRevisionNotSupported => "the loader does not support the base revision asked for"u8,
        BootErrorKind.MemoryMapMissing => "the loader gave no memory map"u8,
        BootErrorKind.MemoryMapMalformed => "the memory map has no entries or a null one"u8,
        BootErrorKind.MemoryMapTooLong => "the memory map has more entries than the kernel keeps"u8,
        BootErrorKind.NoUsableMemory => "the memory map has no usable memory"u8,
        BootErrorKind.DirectMapMissing => "the loader gave no direct map of physical memory"u8,
        BootErrorKind.DirectMapMalformed => "the direct map's offset is not a page in the higher half"u8,
        BootErrorKind.KernelAddressMissing => "the loader did not say where the kernel lies"u8,
        _ => "the kernel's address is not a page in the higher half"u8,
    };
}
