using System;

namespace Tarn.Conformance;

/// <summary>Type tests and casts to type parameters, in code that instantiations over classes share.</summary>
public static class CastsInGenericCode
{
    private class Base;

    private sealed class Derived : Base;

    private static string Test<T>(object? value)
    {
        var result = value is T;
        return result ? "yes" : "no";
    }

    private static T? As<T>(object? value) where T : class => value as T;

    private static T Cast<T>(object value) => (T)value;

    private static bool IsDefault<T>(T value) => value is null;

    private sealed class Box<T>
    {
        public static bool Accepts(object? value) => value is T;

        public static bool AcceptsArray(object? value) => value is T[];

        public static bool AcceptsBox(object? value) => value is Box<T>;
    }

    public static void Run()
    {
        object?[] values = [new Base(), new Derived(), 5, "five", new int[1], new string[1], null, 5L, new Box<string>(), new Box<int>()];
        foreach (var value in values)
        {
            Console.WriteLine(
                $"{Test<Base>(value)} {Test<Derived>(value)} {Test<int>(value)} {Test<int?>(value)} {Test<string>(value)} " +
                $"{Test<object>(value)} {Test<object[]>(value)} {Test<IComparable>(value)}");
            Console.WriteLine(
                $"  {As<Base>(value) is null} {As<string>(value) is null} {As<int[]>(value) is null} {As<Delegate>(value) is null}");
            Console.WriteLine(
                $"  {Box<Base>.Accepts(value)} {Box<int>.Accepts(value)} {Box<string>.AcceptsArray(value)} " +
                $"{Box<object>.AcceptsArray(value)} {Box<int>.AcceptsArray(value)} {Box<string>.AcceptsBox(value)} " +
                $"{Box<int>.AcceptsBox(value)}");
        }

        Console.WriteLine(Cast<int>(values[2]!));
        Console.WriteLine(Cast<string>(values[3]!));
        Console.WriteLine(Cast<int?>(values[2]!));
        Console.WriteLine(IsDefault<string?>(null));
        Console.WriteLine(IsDefault<int?>(null));
        Console.WriteLine(IsDefault(0));
    }
}
