using System;

namespace Tarn.Conformance;

/// <summary>A static constructor that needs another type whose static constructor throws.</summary>
public static class StaticConstructorsThatDepend
{
    private static class Lower
    {
        public static readonly string Text = "lower";

        static Lower()
        {
            Console.WriteLine("lower begins");
            throw new InvalidOperationException("lower cannot");
        }
    }

    private static class Upper
    {
        public static readonly string Text;

        static Upper()
        {
            Console.WriteLine("upper begins");
            try
            {
                Text = Lower.Text;
            }
            finally
            {
                Console.WriteLine("upper ends");
            }
        }
    }

    private static class Careful
    {
        public static readonly string Text;

        static Careful()
        {
            try
            {
                Text = Lower.Text;
            }
            catch (TypeInitializationException exception)
            {
                Text = "without: " + exception.InnerException.Message;
            }
        }
    }

    public static void Run()
    {
        for (var turn = 0; turn < 2; turn++)
        {
            try
            {
                Console.WriteLine(Upper.Text);
            }
            catch (TypeInitializationException exception)
            {
                Console.WriteLine(exception.InnerException is TypeInitializationException);
                Console.WriteLine(exception.GetBaseException().Message);
            }
        }

        Console.WriteLine(Careful.Text);
    }
}
