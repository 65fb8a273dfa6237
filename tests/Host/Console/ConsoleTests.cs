// The Console of this project is the kernel's, compiled in; .NET's is the one that it is compared with.
#pragma warning disable CS0436

using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Output;

/// <summary>Console.Write and WriteLine: .NET's members, .NET's text, no allocation.</summary>
[TestFixture]
public class ConsoleTests : ConsoleFixture
{
    private CultureInfo _culture = CultureInfo.InvariantCulture;

    [OneTimeSetUp]
    public void HaveNoCulture() => (_culture, CultureInfo.CurrentCulture) = (CultureInfo.CurrentCulture, CultureInfo.InvariantCulture);

    [OneTimeTearDown]
    public void RestoreCulture() => CultureInfo.CurrentCulture = _culture;

    [Test]
    public void EveryOverloadIsDotNetsOwnExceptThoseForInterpolatedStrings()
    {
        var dotNets = Type.GetType("System.Console, System.Console", throwOnError: true)!.GetMethods().Select(Signature).ToHashSet();
        var ours = typeof(Console).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(Signature).ToArray();

        Assert.That(ours.Where(signature => !dotNets.Contains(signature)), Is.EquivalentTo(new[]
        {
            "Void Write(ConsoleInterpolatedStringHandler& value)",
            "Void WriteLine(ConsoleInterpolatedStringHandler& value)",
        }));

        // There is no decimal in the kernel; the rest is all there.
        Assert.That(dotNets.Where(signature => signature.Contains(" Write") && !ours.Contains(signature)), Is.EquivalentTo(new[]
        {
            "Void Write(Decimal value)",
            "Void WriteLine(Decimal value)",
        }));

        static string Signature(MethodInfo method)
        {
            var parameters = method.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}");
            return $"{method.ReturnType.Name} {method.Name}({string.Join(", ", parameters)})";
        }
    }

    [Test]
    public void EveryOverloadPrintsWhatDotNetPrints()
    {
        var sink = AddSink();

        Console.Write(true);
        Console.Write('ü');
        Console.Write(['a', 'b']);
        Console.Write((char[]?)null);
        Console.Write(['a', 'b', 'c', 'd'], 1, 2);
        Console.Write(1.5);
        Console.Write(-2.5f);
        Console.Write(int.MinValue);
        Console.Write(uint.MaxValue);
        Console.Write(long.MinValue);
        Console.Write(ulong.MaxValue);
        Console.Write((object)12);
        Console.Write((object?)null);
        Console.Write("text");
        Console.Write((string?)null);
        Console.Write("span".AsSpan());
        Console.Write("{0}!", 1);
        Console.Write("{0}{1}!", 1, 2);
        Console.Write("{0}{1}{2}!", 1, 2, 3);
        Console.Write("{3}{2}{1}{0}!", 1, 2, 3, 4);
        Console.Write("{1}{0}!", [1, 2]);

        Assert.That(sink.Text, Is.EqualTo(
            "Trueüabbc1.5-2.5-21474836484294967295-92233720368547758081844674407370955161512textspan1!12!123!4321!21!"));
    }

    [Test]
    public void EveryOverloadEndsTheLine()
    {
        var sink = AddSink();

        Console.WriteLine();
        Console.WriteLine(false);
        Console.WriteLine('ü');
        Console.WriteLine(['a', 'b']);
        Console.WriteLine((char[]?)null);
        Console.WriteLine(['a', 'b', 'c', 'd'], 1, 2);
        Console.WriteLine(1.5);
        Console.WriteLine(-2.5f);
        Console.WriteLine(-1);
        Console.WriteLine(2u);
        Console.WriteLine(-3L);
        Console.WriteLine(4UL);
        Console.WriteLine((object)12);
        Console.WriteLine((object?)null);
        Console.WriteLine("text");
        Console.WriteLine((string?)null);
        Console.WriteLine("span".AsSpan());
        Console.WriteLine("{0}!", 1);
        Console.WriteLine("{0}{1}!", 1, 2);
        Console.WriteLine("{0}{1}{2}!", 1, 2, 3);
        Console.WriteLine("{3}{2}{1}{0}!", 1, 2, 3, 4);
        Console.WriteLine("{1}{0}!", [1, 2]);

        Assert.That(sink.Text, Is.EqualTo(
            "\nFalse\nü\nab\n\nbc\n1.5\n-2.5\n-1\n2\n-3\n4\n12\n\ntext\n\nspan\n1!\n12!\n123!\n4321!\n21!\n"));
    }

    [Test]
    public void ABadPartOfAnArrayIsRefused()
    {
        Assert.That(() => Console.Write(null!, 0, 0), Throws.ArgumentNullException);
        Assert.That(() => Console.Write(['a'], 0, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Console.WriteLine(['a'], -1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void AnInterpolatedStringPrintsAsTheStringWould()
    {
        Prop.ForAll<long, string, char>((number, text, character) =>
        {
            Restart();
            var sink = AddSink();

            Console.Write($"{number}|{number:X}|{number,25}|{number,-25}|{number,30:D12}|{text}|{text,9}|{text,-9}|{character,3}|{{}}");

            // Half a pair comes out as U+FFFD.
            var expected = $"{number}|{number:X}|{number,25}|{number,-25}|{number,30:D12}|{text}|{text,9}|{text,-9}|{character,3}|{{}}";
            return sink.Text == new string(expected.Select(unit => char.IsSurrogate(unit) ? '\uFFFD' : unit).ToArray());
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void EveryKindOfValueCanBeInterpolated()
    {
        var sink = AddSink();
        object? none = null;
        object some = 1.26;
        int? nothing = null;
        int? something = 7;

        Console.Write($"{none}|{none,3}|{some:F1}|{nothing}|{something,2}|{DayOfWeek.Friday}|");
        Console.Write($"{"span".AsSpan()}|{"span".AsSpan(),-6}|{true,6}|");
        Console.Write($"{new TextOnly()}|{new TextOnly(),3}|{new FormattableOnly():q}|");
        Console.Write($"{new Utf8Only():u}|{new Utf8Only(),10:u}|{new NoText()}|");

        Assert.That(sink.Text, Is.EqualTo("|   |1.3||" + " 7|Friday|span|span  |  True|only|only|as q|ütf8 u|    utf8 u||"));
    }

    [Test]
    public void AnIntegerHasDotNetsLookInEveryFormat(
        [Values(
            null, "", "D", "d", "D3", "d20", "D99", "D100", "X", "x", "X2", "x16", "X99", "x100",
            "G", "G3", "N2", "F1", "E3", "P", "C", "B", "B8", "x1y", "DX", "0.00", "#,##0")] string? format,
        [Values(0, 9, -9, 120)] int alignment)
    {
        foreach (var number in new long[] { 0, 1, 9, 10, 127, 255, 43690, 123456789, long.MaxValue, -1, -10, -128, long.MinValue })
        {
            Check((sbyte)number, (ref ConsoleInterpolatedStringHandler handler) => handler.AppendFormatted((sbyte)number, alignment, format));
            Check((byte)number, (ref ConsoleInterpolatedStringHandler handler) => handler.AppendFormatted((byte)number, alignment, format));
            Check((short)number, (ref ConsoleInterpolatedStringHandler handler) => handler.AppendFormatted((short)number, alignment, format));
            Check((ushort)number, (ref ConsoleInterpolatedStringHandler handler) => handler.AppendFormatted((ushort)number, alignment, format));
            Check((int)number, (ref ConsoleInterpolatedStringHandler handler) => handler.AppendFormatted((int)number, alignment, format));
            Check((uint)number, (ref ConsoleInterpolatedStringHandler handler) => handler.AppendFormatted((uint)number, alignment, format));
            Check(number, (ref ConsoleInterpolatedStringHandler handler) => handler.AppendFormatted(number, alignment, format));
            Check((ulong)number, (ref ConsoleInterpolatedStringHandler handler) => handler.AppendFormatted((ulong)number, alignment, format));
            Check((nint)number, (ref ConsoleInterpolatedStringHandler handler) => handler.AppendFormatted((nint)number, alignment, format));
            Check((nuint)number, (ref ConsoleInterpolatedStringHandler handler) => handler.AppendFormatted((nuint)number, alignment, format));
        }

        void Check(IFormattable value, AppendTo append)
        {
            var text = value.ToString(format, CultureInfo.InvariantCulture);
            var handler = new ConsoleInterpolatedStringHandler(0, 1);
            append(ref handler);
            Restart();
            var sink = AddSink();
            Console.Write(ref handler);
            Assert.That(sink.Text, Is.EqualTo(alignment < 0 ? text.PadRight(-alignment) : text.PadLeft(alignment)), value.GetType().Name);
        }
    }

    [Test]
    public void AValueThatNeedsMuchRoomIsPrintedAllTheSame()
    {
        var sink = AddSink();

        Console.Write($"{1:D500}|{new BigUtf8()}|{5,300}|{5,-300}|");

        Assert.That(sink.Text, Is.EqualTo($"{1:D500}|{new string('8', 200)}|{5,300}|{5,-300}|"));
    }

    [Test]
    public void WhatTheBufferCannotHoldIsWrittenInUnits([Values(255, 256, 257, 511, 512, 513, 5000)] int length)
    {
        var sink = AddSink();
        var text = new string('x', length - 1);

        Console.WriteLine($"{text}");

        Assert.That(sink.Text, Is.EqualTo(text + "\n"));
        Assert.That(sink.Lengths, Is.All.LessThanOrEqualTo(ConsoleRouter.BufferSize));
        Assert.That(sink.Lengths, Has.Count.EqualTo((length + 255) / 256));
    }

    [Test]
    public void ALineIsOneUnit()
    {
        var sink = AddSink();

        Console.WriteLine($"{1} and {"two"} and {3.5:F2} and {'4'}");
        Console.WriteLine("text");
        Console.WriteLine(5);

        Assert.That(sink.Lengths, Has.Count.EqualTo(3));
    }

    [Test]
    public void InterruptsAreOnWhileValuesAreFormatted()
    {
        AddSink();
        var probe = new InterruptProbe();

        Console.WriteLine($"a {probe} b");

        Assert.That(probe.WasMasked, Is.False);
    }

    [Test]
    public void AValueMayPrintWhileItIsPrinted()
    {
        var sink = AddSink();

        Console.WriteLine($"outer {new Chatterbox()}");

        Assert.That(sink.Text, Is.EqualTo("inner\nouter done\n"));
    }

    [Test]
    public void PrintingAllocatesNothing()
    {
        var sink = new CountingSink();
        ConsoleRouter.Add(sink);
        PrintEverything();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
        {
            PrintEverything();
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(sink.Bytes, Is.GreaterThan(10_000));
    }

    // Without inlining: the test is about the code that a caller gets.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PrintEverything()
    {
        Console.Write(true);
        Console.Write('x');
        Console.Write(1);
        Console.Write(2u);
        Console.Write(3L);
        Console.Write(4UL);
        Console.Write(5.5);
        Console.Write(6.5f);
        Console.Write("text");
        Console.WriteLine("text");
        Console.WriteLine("span".AsSpan());
        Console.WriteLine($"{(sbyte)-1} {(byte)2} {(short)-3} {(ushort)4} {-5} {6u:X8} {-7L,10} {8UL,-10}");
        Console.WriteLine($"{(nint)9} {(nuint)10:X} {1.5f} {2.5:F1}");
        Console.WriteLine($"{'c'} {true,5} {"text",9} {"span".AsSpan(),-9} {default(string)} {new string('x', 0)}");
    }

    private sealed class TextOnly
    {
        public override string ToString() => "only";
    }

    private sealed class NoText
    {
        public override string? ToString() => null;
    }

    private sealed class FormattableOnly : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => $"as {format}";
    }

    private readonly struct Utf8Only : IUtf8SpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            bytesWritten = System.Text.Encoding.UTF8.GetBytes($"ütf8 {format}", utf8Destination);
            return true;
        }

        public override string ToString() => "utf8 u";
    }

    private readonly struct BigUtf8 : IUtf8SpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            bytesWritten = 0;
            return false;
        }

        public override string ToString() => new('8', 200);
    }

    private delegate void AppendTo(ref ConsoleInterpolatedStringHandler handler);

    private sealed class InterruptProbe
    {
        public bool? WasMasked { get; private set; }

        public override string ToString()
        {
            WasMasked = Processor.AreInterruptsMasked;
            return "probe";
        }
    }

    private sealed class Chatterbox
    {
        public override string ToString()
        {
            Console.WriteLine("inner");
            return "done";
        }
    }
}
