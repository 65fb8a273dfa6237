using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>One call that meets ever more types, and one type that is met through ever more calls.</summary>
public static class InterfaceDispatch
{
    private interface IShape
    {
        int Area { get; }

        string Name { get; }

        int Scale(int factor);
    }

    private sealed class Square(int side) : IShape
    {
        public int Area => side * side;

        public string Name => "square";

        public int Scale(int factor) => side * factor;
    }

    private class Rectangle(int width, int height) : IShape
    {
        public virtual int Area => width * height;

        public virtual string Name => "rectangle";

        public int Scale(int factor) => (width + height) * factor;
    }

    private sealed class RoundedRectangle(int width, int height) : Rectangle(width, height)
    {
        public override int Area => base.Area - 1;

        public override string Name => "rounded " + base.Name;
    }

    private struct Dot : IShape
    {
        public readonly int Area => 0;

        public readonly string Name => "dot";

        public readonly int Scale(int factor) => factor;
    }

    private readonly struct Line(int length) : IShape
    {
        public int Area => length;

        public string Name => "line";

        public int Scale(int factor) => length * factor;
    }

    private sealed class Group(IShape[] parts) : IShape
    {
        public int Area
        {
            get
            {
                var sum = 0;
                foreach (var part in parts)
                {
                    sum += part.Area;
                }

                return sum;
            }
        }

        public string Name => "group";

        public int Scale(int factor) => Area * factor;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int AreaOf(IShape shape) => shape.Area;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string NameOf(IShape shape) => shape.Name;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ScaleBy(IShape shape, int factor) => shape.Scale(factor);

    public static void Run()
    {
        IShape
        [
            ] shapes = [new Square(3), new Rectangle(2, 5), new RoundedRectangle(2, 5), new Dot(), new Line(7), new Group([new
            Square(1), new Line(4)])
        ];
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < shapes.Length; i++)
            {
                var shape = shapes[(i * 5) % shapes.Length];
                Console.WriteLine($"{NameOf(shape)}: {AreaOf(shape)} {ScaleBy(shape, round + 1)}");
            }
        }

        var total = 0;
        for (var i = 0; i < 10000; i++)
        {
            total += AreaOf(shapes[i % shapes.Length]) + ScaleBy(shapes[(i * 7) % shapes.Length], i & 3);
        }

        Console.WriteLine(total);
    }
}
