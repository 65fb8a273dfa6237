namespace Tarn.Collecting;

/// <summary>Where a program's references begin, and what of it is to be told which objects are dead.</summary>
/// <remarks>A struct type argument of <see cref="ObjectHeap.Collect"/>. Nothing of it may allocate.</remarks>
public interface ICollectionRoots
{
    /// <summary>Marks what the program holds without the help of other objects.</summary>
    /// <param name="heap">The heap, which is marking.</param>
    void MarkRoots(ref ObjectHeap heap);

    /// <summary>Marks what interrupt handlers have linked to objects that were scanned already. Called until it marks nothing more.</summary>
    /// <param name="heap">The heap, which is marking.</param>
    void MarkLateRoots(ref ObjectHeap heap);

    /// <summary>
    /// All that is reachable is marked: forgets what refers to other objects without keeping them, and marks those whose end is to be told
    /// to the program first.
    /// </summary>
    /// <param name="heap">The heap, which is marking.</param>
    void OnMarked(ref ObjectHeap heap);

    /// <summary>Takes the block of a dead object back.</summary>
    /// <param name="block">The block's first byte.</param>
    /// <param name="size">The bytes it was asked with. Its alignment is 8.</param>
    unsafe void Free(void* block, nuint size);
}
