namespace Tarn.Kernel;

/// <summary>When an allocator hands out again what was freed.</summary>
public enum HeapReuse
{
    /// <summary>Never: it hands out nothing at all.</summary>
    Never,

    /// <summary>When every block has been freed. Until then, what was freed is lost to all requests.</summary>
    WhenAllIsFree,

    /// <summary>At once, in whatever size: free neighbours become one block before a request fails.</summary>
    AtOnce,
}
