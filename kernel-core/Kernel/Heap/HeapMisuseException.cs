using System;

namespace Tarn.Kernel;

/// <summary>
/// A block was given back that is none: the caller is at fault. Thrown by allocators that were compiled with the symbol DEBUG.
/// </summary>
public sealed class HeapMisuseException : InvalidOperationException
{
    /// <summary>Names the misuse.</summary>
    /// <param name="misuse">What was wrong.</param>
    /// <param name="address">The address that was given back.</param>
    public HeapMisuseException(HeapMisuse misuse, nuint address)
        : base(WordsFor(misuse))
    {
        Misuse = misuse;
        Address = address;
    }

    /// <summary>What was wrong.</summary>
    public HeapMisuse Misuse { get; }

    /// <summary>The address that was given back.</summary>
    public nuint Address { get; }

    /// <inheritdoc/>
    public override string Message => $"{base.Message} (0x{Address:x})";

    private static string WordsFor(HeapMisuse misuse) => misuse switch
    {
        HeapMisuse.ForeignPointer => "a pointer was freed that is not of this heap",
        HeapMisuse.NotInUse => "a pointer was freed at which no block is in use: freed twice, or not the start of a block",
        _ => "a block was freed with a size that it was not allocated with",
    };
}
