namespace Tarn.Unwinding;

/// <summary>Where a caller's register is (DWARF 5, section 6.4.1).</summary>
internal enum RegisterRule : byte
{
    /// <summary>Where it was: the function leaves it alone. Of the stack pointer: it is the CFA.</summary>
    Unchanged,

    /// <summary>In memory, at an offset from the CFA.</summary>
    AtOffset,

    /// <summary>It is the CFA plus an offset.</summary>
    IsOffset,

    /// <summary>In another register.</summary>
    InRegister,

    /// <summary>Nowhere. Of the return address: nobody called the function.</summary>
    Lost,
}
