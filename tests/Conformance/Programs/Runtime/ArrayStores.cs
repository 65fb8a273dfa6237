using System;

namespace Tarn.Conformance;

/// <summary>
/// Stores into arrays of references, whose element type may be less general than the variable's, and references to their elements.
/// </summary>
public static class ArrayStores
{
    private interface IShape;

    private class Circle : IShape;

    private sealed class Ring : Circle;

    private static void Fill(object?[] array, object? value)
    {
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = value;
        }
    }

    private static void Replace<T>(ref T place, T value) => place = value;

    public static void Run()
    {
        var objects = new object?[2];
        Fill(objects, new Ring());
        Console.WriteLine(objects[1] is Ring);
        var shapes = new IShape?[2];
        Fill(shapes, new Circle());
        Console.WriteLine(shapes[0] is Circle);
        Fill(shapes, null);
        Console.WriteLine(shapes[0] is null);
        var circles = new Circle?[2];
        Fill(circles, new Ring());
        Console.WriteLine(circles[1] is Ring);
        var strings = new string[1];
        Fill(strings, "stored");
        Console.WriteLine(strings[0]);
        var arrays = new Array?[2];
        Fill(arrays, strings);
        Console.WriteLine(arrays[1]!.Length);
        var jagged = new object[1][];
        Fill(jagged, strings);
        Console.WriteLine(jagged[0][0] is string);

        Replace(ref strings[0], "replaced");
        Console.WriteLine(strings[0]);
        Replace(ref shapes[1], new Ring());
        Console.WriteLine(shapes[1] is Ring);
        ref readonly var element = ref objects[0];
        objects[0] = 7;
        Console.WriteLine(element is int);

        var structs = new (object? Left, int Right)[2];
        structs[1].Left = "left";
        structs[1].Right = 3;
        structs[0] = structs[1];
        Console.WriteLine($"{structs[0].Left is string} {structs[0].Right}");
    }
}
