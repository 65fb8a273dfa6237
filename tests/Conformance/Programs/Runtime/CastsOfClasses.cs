using System;

namespace Tarn.Conformance;

/// <summary>Type tests and casts along a chain of classes.</summary>
public static class CastsOfClasses
{
    private class Animal;

    private class Dog : Animal;

    private sealed class Terrier : Dog;

    private sealed class Cat : Animal;

    public static void Run()
    {
        object?[] objects = [new Animal(), new Dog(), new Terrier(), new Cat(), "text", 1, new int[1], null];
        foreach (var value in objects)
        {
            Console.WriteLine(
                $"{value is Animal} {value is Dog} {value is Terrier} {value is Cat} {value is string} {value is Array} " +
                $"{value is not null}");
        }

        object terrier = new Terrier();
        Console.WriteLine(ReferenceEquals((Animal)terrier, terrier));
        Console.WriteLine(ReferenceEquals((Dog)terrier, terrier));
        Console.WriteLine(ReferenceEquals((Terrier)terrier, terrier));
        Console.WriteLine((terrier as Cat) is null);
        Console.WriteLine((Animal?)objects[7] is null);
        Console.WriteLine(objects[5] is ValueType);
        Console.WriteLine(objects[5] is Enum);
        Console.WriteLine((object)DayOfWeek.Monday is Enum);
    }

    private enum DayOfWeek
    {
        Monday,
    }
}
