namespace Tarn.Bench;

/// <summary>What came out of W5 for one seed.</summary>
public struct W5Result
{
    /// <summary>Bytes in use when the first request could not be met, as they were asked for.</summary>
    public ulong LiveBytes;

    /// <summary>Steps until then.</summary>
    public int Steps;
}
