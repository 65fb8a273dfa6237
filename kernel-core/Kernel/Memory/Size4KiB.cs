namespace Tarn.Kernel;

/// <summary>4,096 bytes: the ordinary page.</summary>
public readonly struct Size4KiB : IPageSize
{
    /// <inheritdoc/>
    public static int Shift => 12;
}
