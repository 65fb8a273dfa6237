namespace System.Runtime.CompilerServices;

/// <summary>Laid over any object by <see cref="Unsafe.As{T}(object?)"/>: its first field.</summary>
internal sealed class RawData
{
    public byte Data;
}
