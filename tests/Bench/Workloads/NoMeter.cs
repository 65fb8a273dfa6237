namespace Tarn.Bench;

/// <summary>Measures nothing.</summary>
public readonly struct NoMeter : IOperationMeter
{
    /// <inheritdoc/>
    public void Start()
    {
    }

    /// <inheritdoc/>
    public void StopAllocate()
    {
    }

    /// <inheritdoc/>
    public void StopFree()
    {
    }
}
