namespace Tarn.Bench;

/// <summary>
/// Something that measures single operations of a workload. Taken as a struct type argument, so that one which does nothing costs nothing.
/// </summary>
public interface IOperationMeter
{
    /// <summary>An operation begins.</summary>
    void Start();

    /// <summary>It was an allocation, and is over.</summary>
    void StopAllocate();

    /// <summary>It was a free, and is over.</summary>
    void StopFree();
}
