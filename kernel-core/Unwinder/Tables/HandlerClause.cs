namespace Tarn.Unwinding;

/// <summary>A try block and its handler.</summary>
internal unsafe struct HandlerClause
{
    /// <summary>What the handler is.</summary>
    internal HandlerKind Kind;

    /// <summary>The try block, in bytes from the method's start: from <see cref="TryStart"/> up to, and not including, <see cref="TryEnd"/>.</summary>
    internal uint TryStart, TryEnd;

    /// <summary>The code of the handler, and of a filter: a funclet each.</summary>
    internal ulong Handler, Filter;

    /// <summary>The type that is caught: a method table.</summary>
    internal byte* Type;

    /// <summary>Whether an offset from the method's start is in the try block.</summary>
    internal readonly bool Covers(uint offset) => offset >= TryStart && offset < TryEnd;

    /// <summary>Whether two handlers belong to one try block.</summary>
    internal readonly bool HasTryOf(in HandlerClause other) => TryStart == other.TryStart && TryEnd == other.TryEnd;
}
