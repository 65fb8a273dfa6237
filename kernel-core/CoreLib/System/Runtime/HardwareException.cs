namespace System.Runtime;

/// <summary>What <c>RhpThrowHwEx</c> is told about a processor exception that struck compiled code.</summary>
internal enum HardwareException : uint
{
    /// <summary>An access to the unmapped first page: a member of no object.</summary>
    NullReference = 0,

    /// <summary>Any other access to memory that is not there or not allowed.</summary>
    AccessViolation = 1,

    DivideByZero = 2,

    /// <summary>
    /// The quotient does not fit: the smallest integer divided by -1. The processor raises the same exception as for zero.
    /// </summary>
    Overflow = 3,
}
