namespace System.Runtime.CompilerServices;

/// <summary>Laid over an array: the length, then the bounds if it has several dimensions, then the elements.</summary>
internal sealed class RawArrayData
{
    public uint Length;
    public uint Padding;
    public byte Data;
}
