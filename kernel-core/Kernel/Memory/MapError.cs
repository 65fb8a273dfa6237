using System;

namespace Tarn.Kernel;

/// <summary>Why a page could not be mapped, and the frame that is in the way.</summary>
/// <remarks>One word, so that it travels in a register: a frame's address leaves the lower 12 bits free, where the kind is.</remarks>
public readonly struct MapError
{
    private const ulong KindMask = 0xfff;

    private readonly ulong _word;

    private MapError(MapErrorKind kind, PhysicalAddress offender = default) => _word = (offender.Value & ~KindMask) | (ulong)kind;

    /// <summary>There was no frame for a page table.</summary>
    public static MapError FrameAllocationFailed => new(MapErrorKind.FrameAllocationFailed);

    /// <summary>The page was to be writable and executable.</summary>
    public static MapError WritableAndExecutable => new(MapErrorKind.WritableAndExecutable);

    /// <summary>What went wrong; <see cref="MapErrorKind.None"/> where nothing did.</summary>
    public MapErrorKind Kind => (MapErrorKind)(_word & KindMask);

    /// <summary>
    /// The start of the frame that is in the way: what the page is mapped to (<see cref="MapErrorKind.PageAlreadyMapped"/>), what the larger page
    /// is mapped to (<see cref="MapErrorKind.ParentEntryHugePage"/>), the table of the smaller pages (<see cref="MapErrorKind.SmallerPagesMapped"/>); 0 otherwise.
    /// </summary>
    public PhysicalAddress Offender => PhysicalAddress.Truncate(_word & ~KindMask);

    /// <summary>The error in words, UTF-8.</summary>
    public ReadOnlySpan<byte> Message => Kind switch
    {
        MapErrorKind.None => "no error"u8,
        MapErrorKind.FrameAllocationFailed => "there is no frame left for a page table"u8,
        MapErrorKind.ParentEntryHugePage => "the page lies inside a larger page that is mapped"u8,
        MapErrorKind.PageAlreadyMapped => "the page is mapped already"u8,
        MapErrorKind.SmallerPagesMapped => "smaller pages are mapped inside the page"u8,
        _ => "a page is never writable and executable"u8,
    };

    /// <summary>The page is mapped to <paramref name="frame"/> already.</summary>
    public static MapError PageAlreadyMapped(PhysicalAddress frame) => new(MapErrorKind.PageAlreadyMapped, frame);

    /// <summary>The page lies inside a larger one, mapped to <paramref name="frame"/>.</summary>
    public static MapError ParentEntryHugePage(PhysicalAddress frame) => new(MapErrorKind.ParentEntryHugePage, frame);

    /// <summary>The page's place is taken by a table of smaller pages, which lies in <paramref name="table"/>.</summary>
    public static MapError SmallerPagesMapped(PhysicalAddress table) => new(MapErrorKind.SmallerPagesMapped, table);
}
