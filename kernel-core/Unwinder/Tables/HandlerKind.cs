namespace Tarn.Unwinding;

/// <summary>What a handler is for, as ILC encodes it.</summary>
internal enum HandlerKind : byte
{
    /// <summary>A catch clause for a type.</summary>
    Catch = 0,

    /// <summary>A finally or fault block.</summary>
    Finally = 1,

    /// <summary>A catch clause that a filter decides about.</summary>
    Filter = 2,
}
