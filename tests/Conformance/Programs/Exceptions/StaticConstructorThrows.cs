using System;

namespace Tarn.Conformance;

/// <summary>A static constructor that throws: a TypeInitializationException, the same one each time.</summary>
public static class StaticConstructorThrows
{
    private static class Broken
    {
        public static int Field = 5;

        static Broken()
        {
            Console.WriteLine("constructing");
            s_attempts++;
            throw new FormatException("cannot");
        }

        public static int Method() => Field;
    }

    private static int s_attempts;

    public static void Run()
    {
        Exception first = null;
        for (var turn = 0; turn < 3; turn++)
        {
            try
            {
                Console.WriteLine(turn == 1 ? Broken.Field : Broken.Method());
            }
            catch (TypeInitializationException exception)
            {
                first ??= exception;
                Console.WriteLine($"{ReferenceEquals(first, exception)} {exception.InnerException is FormatException} {exception.InnerException.Message}");
            }
        }

        Console.WriteLine(s_attempts);
    }
}
