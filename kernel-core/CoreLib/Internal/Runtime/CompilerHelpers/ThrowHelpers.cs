using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>ILC: called for the checks it compiles into code, and as the body of methods it could not compile or left out.</summary>
internal static class ThrowHelpers
{
    [DoesNotReturn]
    private static void ThrowBodyRemoved() =>
        throw new NotSupportedException("The body of this method was removed because nothing was seen to call it.");

    [DoesNotReturn]
    private static void ThrowFeatureBodyRemoved() =>
        throw new NotSupportedException("The body of this method was removed with a disabled feature.");

    [DoesNotReturn]
    private static void ThrowInstanceBodyRemoved() =>
        throw new NotSupportedException("The body of this method was removed because no instance of its class was seen to be created.");

    [DoesNotReturn]
    private static void ThrowNotSupportedInlineArrayEqualsGetHashCode() =>
        throw new NotSupportedException("Calls to Equals or GetHashCode on an inline array are not supported.");

    [DoesNotReturn]
    private static void ThrowUnavailableType() => throw new TypeLoadException();

    [DoesNotReturn]
    public static void ThrowOverflowException() => throw new OverflowException();

    [DoesNotReturn]
    public static void ThrowIndexOutOfRangeException() => throw new IndexOutOfRangeException();

    [DoesNotReturn]
    public static void ThrowNullReferenceException() => throw new NullReferenceException();

    [DoesNotReturn]
    public static void ThrowDivideByZeroException() => throw new DivideByZeroException();

    [DoesNotReturn]
    public static void ThrowArrayTypeMismatchException() => throw new ArrayTypeMismatchException();

    [DoesNotReturn]
    public static void ThrowArgumentException() => throw new ArgumentException();

    [DoesNotReturn]
    public static void ThrowArgumentOutOfRangeException() => throw new ArgumentOutOfRangeException();

    [DoesNotReturn]
    public static void ThrowPlatformNotSupportedException() => throw new PlatformNotSupportedException();

    [DoesNotReturn]
    public static void ThrowNotImplementedException() => throw new NotImplementedException();

    [DoesNotReturn]
    public static void ThrowNotSupportedException() => throw new NotSupportedException();

    [DoesNotReturn]
    public static void ThrowInvalidProgramException(int id) => throw new InvalidProgramException();

    [DoesNotReturn]
    public static void ThrowInvalidProgramExceptionWithArgument(int id, string methodName) =>
        throw new InvalidProgramException(methodName);

    [DoesNotReturn]
    public static void ThrowTypeLoadException(int id, string className, string typeName) => throw new TypeLoadException(className);

    [DoesNotReturn]
    public static void ThrowTypeLoadExceptionWithArgument(int id, string className, string typeName, string messageArgument) =>
        throw new TypeLoadException(className);

    [DoesNotReturn]
    public static void ThrowMissingMethodException(int id, string methodName) => throw new MissingMethodException(methodName);

    [DoesNotReturn]
    public static void ThrowMissingFieldException(int id, string fieldName) => throw new MissingFieldException(fieldName);

    [DoesNotReturn]
    public static void ThrowBadImageFormatException(int id) => throw new BadImageFormatException();
}
