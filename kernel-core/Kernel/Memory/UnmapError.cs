using System;

namespace Tarn.Kernel;

/// <summary>Why a page could not be unmapped, or its flags not be changed, and the frame that is in the way.</summary>
/// <remarks>One word, as <see cref="MapError"/>.</remarks>
public readonly struct UnmapError
{
    private const ulong KindMask = 0xfff;

    private readonly ulong _word;

    private UnmapError(UnmapErrorKind kind, PhysicalAddress offender = default) => _word = (offender.Value & ~KindMask) | (ulong)kind;

    /// <summary>The page is not mapped.</summary>
    public static UnmapError PageNotMapped => new(UnmapErrorKind.PageNotMapped);

    /// <summary>The page was to become writable and executable.</summary>
    public static UnmapError WritableAndExecutable => new(UnmapErrorKind.WritableAndExecutable);

    /// <summary>What went wrong; <see cref="UnmapErrorKind.None"/> where nothing did.</summary>
    public UnmapErrorKind Kind => (UnmapErrorKind)(_word & KindMask);

    /// <summary>The start of the frame that is in the way: the larger page's, or that of the table of smaller pages; 0 otherwise.</summary>
    public PhysicalAddress Offender => PhysicalAddress.Truncate(_word & ~KindMask);

    /// <summary>The error in words, UTF-8.</summary>
    public ReadOnlySpan<byte> Message => Kind switch
    {
        UnmapErrorKind.None => "no error"u8,
        UnmapErrorKind.PageNotMapped => "the page is not mapped"u8,
        UnmapErrorKind.ParentEntryHugePage => "the page is a part of a larger page"u8,
        UnmapErrorKind.SmallerPagesMapped => "smaller pages are mapped inside the page"u8,
        _ => "a page is never writable and executable"u8,
    };

    /// <summary>The page is a part of a larger one, mapped to <paramref name="frame"/>.</summary>
    public static UnmapError ParentEntryHugePage(PhysicalAddress frame) => new(UnmapErrorKind.ParentEntryHugePage, frame);

    /// <summary>The page's place is taken by a table of smaller pages, which lies in <paramref name="table"/>.</summary>
    public static UnmapError SmallerPagesMapped(PhysicalAddress table) => new(UnmapErrorKind.SmallerPagesMapped, table);
}
