using System;

namespace Tarn.Conformance;

/// <summary>What enumerations can do without their names.</summary>
public static class EnumNumbers
{
    private enum Small : byte
    {
        None,
        One = 1,
        Top = 200,
    }

    private enum Signed : sbyte
    {
        Low = -100,
        High = 100,
    }

    [Flags]
    private enum Access
    {
        None = 0,
        Read = 1,
        Write = 2,
        All = 7,
        Odd = int.MinValue,
    }

    private enum Wide : ulong
    {
        Zero,
        Huge = 0x8000_0000_0000_0001,
    }

    public static void Run()
    {
        Console.WriteLine(
            $"{Access.All.HasFlag(Access.Write)} {Access.Read.HasFlag(Access.Write)} {Access.Read.HasFlag(Access.None)} "
            + $"{(Access.Read | Access.Write).HasFlag(Access.All)} {Wide.Huge.HasFlag(Wide.Huge)} {Small.Top.HasFlag(Small.One)}");
        Console.WriteLine(
            $"{Small.Top.CompareTo(Small.One)} {Signed.Low.CompareTo(Signed.High)} {Wide.Huge.CompareTo(Wide.Zero)} "
            + $"{Access.Odd.CompareTo(Access.None)} {Small.One.CompareTo(null)} {Small.One.CompareTo(Small.One)}");
        Console.WriteLine(
            $"{Small.One.Equals(Small.One)} {Small.One.Equals(1)} {Small.One.Equals(Access.Read)} {Equals(Access.All, (Access)7)} "
            + $"{Access.All == (Access)7}");
        Console.WriteLine($"{Small.Top.GetHashCode()} {Signed.Low.GetHashCode()} {Access.Odd.GetHashCode()} {Wide.Huge.GetHashCode()}");
        Console.WriteLine(
            $"{Small.Top:D} {Signed.Low:d} {Access.Odd:D} {Wide.Huge:D} {Small.Top:X} {Signed.Low:x} {Access.Odd:X} {Wide.Huge:X} "
            + $"{(Access)12:x}");
        Console.WriteLine(Small.Top.ToString("D") + Access.All.ToString("X") + (int)Small.Top + (int)Signed.Low);
        Enum boxed = Access.Write;
        Console.WriteLine(
            $"{boxed.HasFlag(Access.Write)} {boxed.Equals(Access.Write)} {boxed.ToString("D")} {(Access)boxed == Access.Write} "
            + $"{((IComparable)boxed).CompareTo(Access.Read)}");
    }
}
