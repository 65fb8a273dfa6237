using System;

namespace Tarn.Conformance;

/// <summary>Stores into arrays of references whose elements are of a narrower type.</summary>
public static class ArrayStoresOfOtherTypes
{
    private static void Store(object[] array, int index, object value)
    {
        try
        {
            array[index] = value;
            Console.WriteLine("stored " + (value ?? "null"));
        }
        catch (ArrayTypeMismatchException)
        {
            Console.WriteLine("refused " + value);
        }
        catch (IndexOutOfRangeException)
        {
            Console.WriteLine("no such element");
        }
    }

    private static void Refer<T>(T[] array)
    {
        try
        {
            ref var element = ref array[0];
            Console.WriteLine("referred to " + (element is null));
        }
        catch (ArrayTypeMismatchException)
        {
            Console.WriteLine("no reference");
        }
    }

    public static void Run()
    {
        object[] strings = new string[2];
        Store(strings, 0, "text");
        Store(strings, 0, 5);
        Store(strings, 1, null);
        Store(strings, 2, 5);
        Store(new object[1], 0, 5);
        Store(new IComparable[1], 0, 5);
        Store(new IComparable[1], 0, "text");
        Store(new Exception[1], 0, "text");
        Refer<object>(new object[1]);
        Refer<object>(new string[1]);
        Refer(new string[1]);
    }
}
