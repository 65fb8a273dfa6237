using Internal.Runtime;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Runtime;

/// <summary>What the throwing of exceptions needs of the core library. How they find their handlers is the unwinder's business, a package of its
/// own; an image without it ends at the first throw (Exceptions.s).</summary>
internal static unsafe class ExceptionHandling
{
    /// <summary>Makes the exception that a processor fault in compiled code is in C#.</summary>
    /// <exception cref="OutOfMemoryException">There is no memory for it.</exception>
    internal static Exception MakeException(HardwareException fault) => fault switch
    {
        HardwareException.NullReference => new NullReferenceException(),
        HardwareException.DivideByZero => new DivideByZeroException(),
        HardwareException.Overflow => new OverflowException(),
        _ => new AccessViolationException(),
    };

    /// <summary>Whether an exception is of a type that a catch clause names.</summary>
    /// <param name="type">A method table.</param>
    /// <param name="exception">A reference to the exception.</param>
    internal static bool IsInstanceOf(byte* type, nint exception) =>
        TypeCast.IsInstanceOfException((MethodTable*)type, Unsafe.As<nint, object>(ref exception));

    /// <summary>The end: nobody catches the exception. Provided by the image: reports it and never returns; may be called in any context.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="fault">What the processor knew, where a fault was the reason: the address of a function that reports it, called with this
    /// pointer and the exception. Else null.</param>
    [DoesNotReturn]
    [RuntimeImport("*", "tarn_panic_unhandled")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void ReportUnhandled(Exception exception, void* fault);

    /// <summary><c>throw</c> in an image without an unwinder.</summary>
    [RuntimeExport("tarn_throw_uncaught")]
    private static void ThrowUncaught(Exception? exception) =>
        ReportUnhandled(exception ?? MakeException(HardwareException.NullReference), null);

    /// <summary>
    /// For assembly: throws what .NET throws. It also makes these classes known to ILC's scanner, whose code generator may find out late that
    /// an operation always fails.
    /// </summary>
    [RuntimeExport("RhpThrowHwEx")]
    private static void ThrowHardwareException(HardwareException code) => throw MakeException(code);

    /// <summary>ILC: a stack frame's security cookie was overwritten.</summary>
    [RuntimeExport("RhpFallbackFailFast")]
    private static void StackBufferOverrun() =>
        FailFast.Panic("A buffer on the stack was overrun: the security cookie behind it has changed."u8);
}
