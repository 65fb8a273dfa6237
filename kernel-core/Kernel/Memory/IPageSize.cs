namespace Tarn.Kernel;

/// <summary>The size of a page, as a type: <see cref="Size4KiB"/>, <see cref="Size2MiB"/> or <see cref="Size1GiB"/>.</summary>
/// <remarks>A type argument and not a value, so that a 2-MiB page cannot be put where a 4-KiB one belongs, and so that the size costs nothing at run time.</remarks>
public interface IPageSize
{
    /// <summary>The base-2 logarithm of the size in bytes.</summary>
    static abstract int Shift { get; }
}
