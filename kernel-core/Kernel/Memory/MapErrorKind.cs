namespace Tarn.Kernel;

/// <summary>Why a page could not be mapped.</summary>
public enum MapErrorKind
{
    /// <summary>It was mapped.</summary>
    None,

    /// <summary>There was no frame for a page table that is needed on the way.</summary>
    FrameAllocationFailed,

    /// <summary>The page lies inside a larger one that is mapped.</summary>
    ParentEntryHugePage,

    /// <summary>The page is mapped already.</summary>
    PageAlreadyMapped,

    /// <summary>Smaller pages are mapped inside the page.</summary>
    SmallerPagesMapped,

    /// <summary>The page was to be writable and executable at the same time.</summary>
    WritableAndExecutable,
}
