namespace Tarn.Kernel;

/// <summary>What keeps the heap to one caller at a time. Taken as a struct type argument: an empty one costs nothing.</summary>
/// <remarks>It is not reentrant, and nothing between the two calls waits or allocates.</remarks>
public interface IHeapLock
{
    /// <summary>Waits until nobody else is inside, and enters.</summary>
    /// <returns>What <see cref="Exit"/> needs to put back: the interrupt flag, for one.</returns>
    nuint Enter();

    /// <summary>Leaves.</summary>
    /// <param name="state">What <see cref="Enter"/> returned.</param>
    void Exit(nuint state);
}
