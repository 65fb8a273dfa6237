using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>What exceptions carry, without throwing them.</summary>
public static class ExceptionObjects
{
    private sealed class Failure(string message, int code, Exception? inner = null) : Exception(message, inner)
    {
        public int Code => code;

        public override string Message => $"{base.Message} ({code})";
    }

    private static void Show(Exception exception) =>
        Console.WriteLine($"{exception.Message} | {exception.InnerException?.Message} | {exception.GetBaseException().Message}");

    public static void Run()
    {
        Show(new Exception("plain"));
        Show(new InvalidOperationException("outer", new FormatException("inner")));
        Show(new Failure("failed", 5));
        Show(new Failure("failed", 6, new Failure("before", 7, new OverflowException())));
        Show(new ArgumentNullException("argument", "is null"));
        Show(new ArgumentOutOfRangeException("index", "too large"));
        Show(new ObjectDisposedException("stream"));
        Show(new ObjectDisposedException("stream", "gone"));
        Show(new ArgumentException("wrong", "name", new FormatException("form")));
        var argument = new ArgumentException("wrong", "name");
        Console.WriteLine(argument.ParamName);
        var range = new ArgumentOutOfRangeException("index", 5, "too large");
        Console.WriteLine($"{range.ParamName} {range.ActualValue}");
        Console.WriteLine(new ObjectDisposedException("stream").ObjectName);
        Exception[] exceptions =
        [
            new ArgumentException(), new ArgumentNullException(), new ArgumentOutOfRangeException(), new ArithmeticException(), new
            ArrayTypeMismatchException(), new DivideByZeroException(),
            new FormatException(), new IndexOutOfRangeException(), new InvalidCastException(), new InvalidOperationException(), new
            KeyNotFoundException(), new NotImplementedException(),
            new NotSupportedException(), new NullReferenceException(), new OperationCanceledException(), new OutOfMemoryException(), new
            OverflowException(),
            new PlatformNotSupportedException(), new RankException(), new TimeoutException(), new UnauthorizedAccessException(), new
            SwitchExpressionException(),
        ];
        var withMessage = 0;
        foreach (var exception in exceptions)
        {
            withMessage += exception.Message.Length > 0 ? 1 : 0;
            Console.WriteLine(
                $"{exception is SystemException} {exception is ArgumentException} {exception is ArithmeticException} " +
                $"{exception is InvalidOperationException} {exception is NotSupportedException} {exception.InnerException is null}");
        }

        Console.WriteLine(withMessage == exceptions.Length);
        Console.WriteLine(new DivideByZeroException().Message);
        Console.WriteLine(new IndexOutOfRangeException().Message);
        Console.WriteLine(new NullReferenceException().Message);
        Console.WriteLine(new InvalidCastException().Message);
    }
}
