namespace Tarn.Kernel;

/// <summary>Where a heap's memory comes from: what puts frames behind its addresses as it grows.</summary>
/// <remarks>
/// Taken as a struct type argument. It is called while the heap is locked and must not allocate from that heap. The heap asks for whole
/// pages at addresses that it was placed at, in two windows: its range, and the bookkeeping beside it.
/// </remarks>
public unsafe interface IHeapSource
{
    /// <summary>Makes memory usable: present, zero or not, writable, not executable.</summary>
    /// <param name="start">First byte; aligned to a page where the heap's placement is.</param>
    /// <param name="size">Bytes, above 0.</param>
    /// <returns>False where that cannot be done; nothing has changed then, nothing is left half-way.</returns>
    bool TryCommit(byte* start, nuint size);

    /// <summary>
    /// Takes back what <see cref="TryCommit"/> made usable, because something else that was needed with it was not to be had.
    /// </summary>
    /// <param name="start">As it was given to <see cref="TryCommit"/>.</param>
    /// <param name="size">As it was given to <see cref="TryCommit"/>.</param>
    void Decommit(byte* start, nuint size);
}
