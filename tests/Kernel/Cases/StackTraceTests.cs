using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Tarn.Names;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Names of methods, in stack traces and by address.</summary>
public static unsafe class StackTraceTests
{
    private const string Here = "Tarn.Tests.Kernel.Cases.StackTraceTests";

    [KernelTest]
    public static void AnExceptionSaysWhichWayItCame()
    {
        try
        {
            Outer<string>.Middle(3, "x");
            Expect.Fail("nothing was thrown");
        }
        catch (InvalidOperationException exception)
        {
            var lines = exception.StackTrace!.Split('\n');
            Expect.Equal($"   at {Here}.Innermost(Int32, String[])", lines[0]);
            Expect.Equal($"   at {Here}.Outer`1.Middle[U](U, T)", lines[1]);
            Expect.Equal($"   at {Here}.AnExceptionSaysWhichWayItCame()", lines[2]);
            Expect.Equal(3, lines.Length);
            Expect.Equal($"System.InvalidOperationException: 3\n{exception.StackTrace}", exception.ToString());
            Expect.Equal(exception.StackTrace + "\n", new StackTrace(exception).ToString());
        }
    }

    [KernelTest]
    public static void AnExceptionInsideAnotherSaysItsWay()
    {
        try
        {
            Wrap();
            Expect.Fail("nothing was thrown");
        }
        catch (Exception exception)
        {
            Expect.Equal(
                "System.NotSupportedException: outside\n ---> System.InvalidOperationException: 4\n" +
                $"   at {Here}.Innermost(Int32, String[])\n   at {Here}.Wrap()\n   --- End of inner exception stack trace ---\n" +
                $"   at {Here}.Wrap()\n   at {Here}.AnExceptionInsideAnotherSaysItsWay()",
                exception.ToString());
        }
    }

    [KernelTest]
    public static void WhatWasNotThrownHasNoTrace() => Expect.True(new InvalidOperationException().StackTrace is null);

    [KernelTest]
    public static void AStackTraceBeginsWithWhoMadeIt()
    {
        var trace = Ask();

        var first = DiagnosticMethodInfo.Create(trace.GetFrame(0)!)!;
        Expect.Equal("Ask", first.Name);
        Expect.Equal(Here, first.DeclaringTypeName!);
        Expect.Equal("AStackTraceBeginsWithWhoMadeIt", DiagnosticMethodInfo.Create(trace.GetFrame(1)!)!.Name);
        Expect.Equal(trace.FrameCount, trace.GetFrames().Length);
        Expect.True(trace.GetFrame(0)!.GetNativeOffset() > 0);
        Expect.True(trace.GetFrame(trace.FrameCount) is null);
        Expect.Equal("AStackTraceBeginsWithWhoMadeIt", DiagnosticMethodInfo.Create(AskForCaller().GetFrame(0)!)!.Name);
        Expect.True(trace.ToString().StartsWith($"   at {Here}.Ask()\n   at {Here}.AStackTraceBeginsWithWhoMadeIt()\n"));
        Expect.True(trace.ToString().EndsWith("   at tarn_entry\n"));
    }

    [KernelTest]
    public static void AnIteratorGoesByItsMethod()
    {
        foreach (var trace in Traces())
        {
            Expect.True(trace.ToString().StartsWith($"   at {Here}.Traces()+MoveNext()\n"));
        }
    }

    [KernelTest]
    public static void AFunctionIsFoundByItsAddress()
    {
        delegate*<int, string[], int> function = &Innermost;
        Expect.True(ImageNames.Table.TryFindMethod((ulong)function, out var method));
        Expect.Equal((ulong)function, method.Start);
        Expect.True(method.TryGetDeclaringType(out _));
        Expect.True(!ImageNames.Table.TryFindMethod(0x1000, out _));
    }

    [KernelTest]
    public static void ATypeIsWrittenWithoutMemory()
    {
        Span<char> text = stackalloc char[80];
        Expect.True(ImageNames.TryFormatTypeOf(new Dictionary<string, int[]>(), text, out var length));
        Expect.Equal("System.Collections.Generic.Dictionary`2[System.String,System.Int32[]]", new string(text[..length]));
        Expect.True(ImageNames.TryFormatTypeOf("text", text[..6], out length));
        Expect.Equal("System", new string(text[..length]));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Innermost(int number, string[] unused) =>
        number > 0 ? throw new InvalidOperationException(number.ToString()) : unused.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Wrap()
    {
        try
        {
            Innermost(4, []);
        }
        catch (InvalidOperationException exception)
        {
            throw new NotSupportedException("outside", exception);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static StackTrace Ask()
    {
        var trace = new StackTrace();
        GC.KeepAlive(trace);
        return trace;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static StackTrace AskForCaller()
    {
        var trace = new StackTrace(1);
        GC.KeepAlive(trace);
        return trace;
    }

    private static IEnumerable<StackTrace> Traces()
    {
        var trace = new StackTrace();
        GC.KeepAlive(trace);
        yield return trace;
    }

    private static class Outer<T>
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static int Middle<U>(U number, T text) => Innermost((int)(object)number!, [text!.ToString()!]) + 1;
    }
}
