namespace System.Runtime;

/// <summary>What <c>throw</c> is compiled to. Exceptions are not caught: each is reported with its message and ends the kernel.</summary>
internal static class ExceptionHandling
{
    /// <summary>ILC: <c>throw exception</c>.</summary>
    [RuntimeExport("RhpThrowEx")]
    private static void Throw(Exception? exception)
    {
        // Throwing null throws a NullReferenceException (ECMA-335, III.4.31).
        exception ??= new NullReferenceException();
        FailFast.Panic(exception.Message);
    }

    /// <summary>
    /// For the handler of processor exceptions: throws what .NET throws. It also makes these classes known to ILC's scanner, whose code
    /// generator may find out late that an operation always fails.
    /// </summary>
    [RuntimeExport("RhpThrowHwEx")]
    private static void ThrowHardwareException(HardwareException code)
    {
        Throw(code switch
        {
            HardwareException.NullReference => new NullReferenceException(),
            HardwareException.DivideByZero => new DivideByZeroException(),
            HardwareException.Overflow => new OverflowException(),
            _ => new AccessViolationException(),
        });
    }

    /// <summary>ILC: <c>throw;</c> in a catch clause.</summary>
    [RuntimeExport("RhpRethrow")]
    private static void Rethrow() => FailFast.Panic("An exception was thrown again outside of a catch clause."u8);

    /// <summary>ILC: a stack frame's security cookie was overwritten.</summary>
    [RuntimeExport("RhpFallbackFailFast")]
    private static void StackBufferOverrun() =>
        FailFast.Panic("A buffer on the stack was overrun: the security cookie behind it has changed."u8);
}
