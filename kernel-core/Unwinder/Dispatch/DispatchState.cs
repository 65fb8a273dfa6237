namespace Tarn.Unwinding;

/// <summary>What runs on behalf of an exception.</summary>
internal enum DispatchState : uint
{
    /// <summary>The dispatcher. It throws nothing: what comes out of it is a fault in the tables, or in itself.</summary>
    Searching = 0,

    /// <summary>A filter: what it throws is dropped, and the filter has refused.</summary>
    Filtering,

    /// <summary>A finally or fault block, or a catch clause: what it throws takes this exception's place.</summary>
    Handling,
}
