using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>The names of enumerations' values: as text, in every format, read back, listed; flags, negative and equal values, wide and narrow types.</summary>
public static class EnumNames
{
    private enum Color
    {
        Red,
        Green,
        Blue = 5,
        Azure = 5,
    }

    [Flags]
    private enum Access : byte
    {
        None = 0,
        Read = 1,
        Write = 2,
        ReadWrite = 3,
        Execute = 8,
    }

    [Flags]
    private enum NoZero
    {
        One = 1,
        Four = 4,
        Top = int.MinValue,
    }

    private enum Signed : sbyte
    {
        Low = -100,
        Minus = -1,
        Zero,
        High = 100,
    }

    private enum Wide : ulong
    {
        Small = 1,
        Größe = 2,
        Huge = ulong.MaxValue,
    }

    private enum Nothing : long;

    private static class Box<T>
    {
        public enum State : short
        {
            Empty,
            Full = 300,
        }
    }

    private static void Try<T>(Func<T> work)
    {
        try
        {
            Console.WriteLine(work());
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.GetType().Name + ": " + exception.Message);
        }
    }

    private static void List<TEnum>() where TEnum : struct, Enum
    {
        Console.Write(Enum.GetUnderlyingType(typeof(TEnum)).Name + ":");
        var names = Enum.GetNames<TEnum>();
        var values = Enum.GetValues<TEnum>();
        for (var i = 0; i < names.Length; i++)
        {
            Console.Write($" {names[i]}={values[i]:D}/{values[i]:X}/{values[i]}/{values[i]:F}");
        }

        Console.WriteLine();
    }

    public static void Run()
    {
        List<Color>();
        List<Access>();
        List<NoZero>();
        List<Signed>();
        List<Wide>();
        List<Nothing>();
        List<Box<int>.State>();
        List<Box<string>.State>();
        List<DayOfWeek>();
        for (var i = 0; i < 17; i++)
        {
            Console.Write($"{(Color)i},{(Access)i},{(NoZero)i},{(Color)i:F},{(Access)i:G} ");
        }

        Console.WriteLine();
        Console.WriteLine($"{(Color)(-1)} {(NoZero)(-1)} {NoZero.Top | NoZero.Four} {(Signed)7} {(Signed)(-7):F} {(Wide)3} {(Nothing)(-5)} [{Color.Red,8}] [{Access.Read,-8}]");
        Console.WriteLine("a " + Color.Green + Access.ReadWrite.ToString() + Wide.Größe.ToString("G") + Color.Azure.ToString().Length);
        Console.WriteLine(Enum.GetName(Color.Green) + (Enum.GetName((Color)3) ?? "null") + Enum.GetName(typeof(Access), (byte)2) + Enum.GetName(typeof(Color), Color.Blue)!.Length);
        Console.WriteLine($"{Enum.IsDefined(Color.Blue)} {Enum.IsDefined((Color)2)} {Enum.IsDefined(typeof(Color), 1)} {Enum.IsDefined(typeof(Color), "Red")} {Enum.IsDefined(typeof(Color), "red")}");
        Console.WriteLine(Enum.Format(typeof(Access), Access.Read | Access.Execute, "G") + Enum.Format(typeof(Access), (byte)9, "x") + Enum.Format(typeof(Color), Color.Red, "d"));

        foreach (var text in (string[])["Red", " Blue ", "red", "1", "-1", "+5", "Red,Green", "Read, Write", "Write,Execute", "7", "300", "-129", "Größe", "18446744073709551615", "", " ", ",", "Red,", "Purple", "0x1", "1.5", "99999999999999999999"])
        {
            Console.Write($"'{text}'");
            Console.Write(Enum.TryParse<Color>(text, out var color) ? $" color {color}" : " -");
            Console.Write(Enum.TryParse<Color>(text, ignoreCase: true, out color) ? $" any case {color}" : " -");
            Console.Write(Enum.TryParse(text, out Access access) ? $" access {access}" : " -");
            Console.Write(Enum.TryParse(text, true, out Wide wide) ? $" wide {wide}" : " -");
            Console.Write(Enum.TryParse(typeof(Signed), text, out var signed) ? $" signed {signed} {signed.GetType().Name}" : " -");
            Console.WriteLine();
            Try(() => Enum.Parse<Color>(text));
            Try(() => Enum.Parse(typeof(Access), text));
            Try(() => Enum.Parse<Signed>(text.AsSpan(), true));
            Try(() => Enum.Parse<Wide>(text, true));
        }

        Try(() => Enum.Parse<Color>((string)null!));
        Try(() => Enum.Parse(typeof(int), "1"));
        Try(() => Color.Red.ToString("Q"));
        Try(() => Enum.GetName(typeof(Color), "text"));
        Try(() => Enum.IsDefined(typeof(Color), 1L));
        Try(() => Enum.IsDefined(typeof(Color), Access.Read));
        Try(() => Enum.ToObject(typeof(Access), 258) + " " + Enum.ToObject(typeof(Color), Access.Read) + " " + Enum.ToObject(typeof(Signed), 255) + Enum.ToObject(typeof(Wide), -1L));
        Try(() => Enum.ToObject(typeof(Color), "1"));
        var counts = new SortedDictionary<DayOfWeek, int>();
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            counts[day] = day.ToString().Length;
        }

        Console.WriteLine(string.Join(" ", counts) + " " + string.Join(",", Enum.GetNames(typeof(DayOfWeek))));
        Span<char> buffer = stackalloc char[8];
        Console.WriteLine(Enum.TryFormat(Color.Green, buffer, out var written) + " " + buffer[..written].ToString() + " " + Enum.TryFormat(DayOfWeek.Wednesday, buffer, out written) + written);
        object boxed = Access.Write;
        Console.WriteLine(boxed + " " + string.Concat(boxed, Color.Blue.ToString()[0]) + " " + string.Format("{0:D} {0} {1}", boxed, Signed.Minus) + $" {boxed}");
    }
}
