using System;

namespace Tarn.Conformance;

/// <summary>Exceptions through virtual methods, base calls and properties.</summary>
public static class VirtualCallThrows
{
    private abstract class Shape
    {
        public abstract double Area { get; }

        public virtual string Describe() => Area < 0 ? throw new InvalidOperationException("negative") : "area " + Area;
    }

    private class Square(double side) : Shape
    {
        public override double Area => side > 10 ? throw new OverflowException("too large") : side * side;

        public override string Describe()
        {
            try
            {
                return "square " + base.Describe();
            }
            finally
            {
                Console.WriteLine("described");
            }
        }
    }

    private sealed class Hole(double side) : Square(side)
    {
        public override double Area => -base.Area;
    }

    public static void Run()
    {
        Shape[] shapes = [new Square(2), new Square(11), new Hole(3), new Hole(12)];
        foreach (var shape in shapes)
        {
            try
            {
                Console.WriteLine(shape.Describe());
            }
            catch (SystemException exception)
            {
                Console.WriteLine(exception.Message);
            }
        }
    }
}
