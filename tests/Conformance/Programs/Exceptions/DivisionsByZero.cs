using System;

namespace Tarn.Conformance;

/// <summary>Integer divisions and remainders by zero, in every type.</summary>
public static class DivisionsByZero
{
    private static void Try(string what, Func<object> action)
    {
        try
        {
            Console.WriteLine(what + " " + action());
        }
        catch (DivideByZeroException exception)
        {
            Console.WriteLine(what + ": " + exception.Message);
        }
    }

    public static void Run()
    {
        foreach (var zero in new[] { 1, 0 })
        {
            Try("int", () => 7 / zero);
            Try("int %", () => 7 % zero);
            Try("uint", () => 7u / (uint)zero);
            Try("uint %", () => 7u % (uint)zero);
            Try("long", () => 7L / zero);
            Try("long %", () => 7L % zero);
            Try("ulong", () => 7UL / (ulong)zero);
            Try("ulong %", () => 7UL % (ulong)zero);
            Try("short", () => (short)7 / (short)zero);
            Try("byte", () => (byte)7 % (byte)zero);
            Try("nint", () => (nint)7 / zero);
            Try("decimal", () => 7m / zero);
            Try("decimal %", () => 7m % zero);
            Try("double", () => double.IsInfinity(7.0 / zero));
            Try("checked", () => checked(7 / zero));
        }
    }
}
