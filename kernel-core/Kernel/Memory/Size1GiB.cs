namespace Tarn.Kernel;

/// <summary>1,073,741,824 bytes: what one page directory maps, as a single page. Not every processor has such pages.</summary>
public readonly struct Size1GiB : IPageSize
{
    /// <inheritdoc/>
    public static int Shift => 30;
}
