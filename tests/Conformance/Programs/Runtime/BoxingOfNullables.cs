using System;

namespace Tarn.Conformance;

/// <summary>A nullable boxes to its value or to null, and unboxes from either.</summary>
public static class BoxingOfNullables
{
    private struct Wide
    {
        public long First;
        public byte Second;
        public string? Third;
    }

    private struct Small
    {
        public byte Only;
    }

    private static object? Box<T>(T value) => value;

    private static T? Unbox<T>(object? value) where T : struct => (T?)value;

    public static void Run()
    {
        int? five = 5;
        int? none = null;
        object? box = five;
        object? nothing = none;
        Console.WriteLine($"{box is int} {box is int?} {nothing is null} {box}");
        Console.WriteLine($"{Box(five)} {Box(none) is null} {Box((double?)2.5)} {Box((bool?)null) is null}");
        Console.WriteLine($"{Unbox<int>(5)} {Unbox<int>(null).HasValue} {Unbox<byte>((byte)7)} {Unbox<long>(-7L)}");

        Wide? wide = new Wide { First = -1, Second = 2, Third = "three" };
        var wideBox = Box(wide);
        var wideAgain = Unbox<Wide>(wideBox);
        Console.WriteLine($"{wideBox is Wide} {wideAgain!.Value.First} {wideAgain.Value.Second} {wideAgain.Value.Third}");
        var noWide = Unbox<Wide>(null);
        Console.WriteLine($"{noWide.HasValue} {noWide.GetValueOrDefault().Third is null}");
        Small? small = new Small { Only = 200 };
        Console.WriteLine(Unbox<Small>(Box(small))!.Value.Only);

        Console.WriteLine($"{five == 5} {none == null} {five > none} {five + none is null} {(five ?? 1) + (none ?? 1)}");
        Console.WriteLine($"{five.Equals(5)} {none.Equals(null)} {five.GetHashCode() == 5.GetHashCode()} {none.GetHashCode()}");
        object?[] mixed = [five, none, 3, null];
        var count = 0;
        foreach (var item in mixed)
        {
            if (item is int number)
            {
                count += number;
            }
        }

        Console.WriteLine(count);
    }
}
