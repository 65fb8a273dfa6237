namespace Tarn.Collecting;

/// <summary>What a collection did.</summary>
public readonly struct CollectionResult
{
    /// <summary>Objects that stayed, and their bytes.</summary>
    public ulong LiveObjects { get; init; }

    /// <summary>Bytes of the objects that stayed, headers included.</summary>
    public ulong LiveBytes { get; init; }

    /// <summary>Objects that went.</summary>
    public ulong SweptObjects { get; init; }

    /// <summary>Bytes of the objects that went, headers included.</summary>
    public ulong SweptBytes { get; init; }

    /// <summary>How often the mark stack was too short, so that marked objects were looked for in the bitmap.</summary>
    public ulong Overflows { get; init; }
}
