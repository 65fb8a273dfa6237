namespace Tarn.Collecting;

/// <summary>What a collection did.</summary>
public readonly struct CollectionResult
{
    /// <summary>Objects that stayed. (Their bytes are what the heap has in use after it; to ask each would cost as much as the sweep.)</summary>
    public ulong LiveObjects { get; init; }

    /// <summary>Objects that went.</summary>
    public ulong SweptObjects { get; init; }

    /// <summary>Bytes of the objects that went, headers included.</summary>
    public ulong SweptBytes { get; init; }

    /// <summary>How often the mark stack was too short, so that marked objects were looked for in the bitmap.</summary>
    public ulong Overflows { get; init; }
}
