namespace Tarn.Kernel;

/// <summary>2,097,152 bytes: what one page table maps, as a single page.</summary>
public readonly struct Size2MiB : IPageSize
{
    /// <inheritdoc/>
    public static int Shift => 21;
}
