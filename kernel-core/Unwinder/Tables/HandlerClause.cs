namespace Tarn.Unwinding;

/// <summary>A handler of a try block.</summary>
internal unsafe struct HandlerClause
{
    /// <summary>Which of its method's handlers it is, from 0.</summary>
    internal uint Index;

    /// <summary>What it is.</summary>
    internal HandlerKind Kind;

    /// <summary>Its code, and for <see cref="HandlerKind.Filter"/> the filter's: a funclet each.</summary>
    internal ulong Handler, Filter;

    /// <summary>For <see cref="HandlerKind.Catch"/> the type that is caught: a method table.</summary>
    internal byte* Type;
}
