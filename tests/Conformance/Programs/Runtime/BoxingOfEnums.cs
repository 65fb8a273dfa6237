using System;

namespace Tarn.Conformance;

/// <summary>An enum in an object unboxes as its underlying type, as any enum over that type, and the other way round.</summary>
public static class BoxingOfEnums
{
    private enum Size
    {
        Small = 1,
        Large = 2,
    }

    private enum Weight
    {
        Light = 1,
        Heavy = 2,
    }

    private enum Flag : byte
    {
        Set = 1,
    }

    private static int Unbox(object value) => (int)value;

    private static T Unbox<T>(object value) => (T)value;

    public static void Run()
    {
        object size = Size.Large;
        object number = 2;
        Console.WriteLine($"{size is Size} {size is int} {size is Weight} {number is Size} {size is Enum} {size is ValueType}");
        Console.WriteLine(Unbox(size));
        Console.WriteLine((int)Unbox<Weight>(size));
        Console.WriteLine((int)(Size)number);
        Console.WriteLine((byte)(Flag)(object)Flag.Set);
        Console.WriteLine($"{size.Equals(Size.Large)} {size.Equals(Size.Small)} {size.Equals(Weight.Heavy)} {size.Equals(2)}");
        Console.WriteLine($"{Size.Small.Equals(Size.Small)} {Equals(Size.Small, Size.Small)}");
        Console.WriteLine(Size.Large.GetHashCode() == size.GetHashCode());
        Console.WriteLine(((Size?)Size.Small).HasValue);
    }
}
