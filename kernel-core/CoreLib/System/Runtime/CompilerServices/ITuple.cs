namespace System.Runtime.CompilerServices;

/// <summary>What positional patterns match an <see cref="object"/> against.</summary>
public interface ITuple
{
    int Length { get; }

    object? this[int index] { get; }
}
