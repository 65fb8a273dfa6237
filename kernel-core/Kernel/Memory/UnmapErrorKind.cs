namespace Tarn.Kernel;

/// <summary>Why a page could not be unmapped, or its flags not be changed.</summary>
public enum UnmapErrorKind
{
    /// <summary>It was done.</summary>
    None,

    /// <summary>The page is not mapped.</summary>
    PageNotMapped,

    /// <summary>The page is a part of a larger one.</summary>
    ParentEntryHugePage,

    /// <summary>Smaller pages are mapped inside the page.</summary>
    SmallerPagesMapped,

    /// <summary>The page was to become writable and executable at the same time.</summary>
    WritableAndExecutable,
}
