using System;

namespace Tarn.Conformance;

/// <summary>Exceptions through interface calls of several shapes.</summary>
public static class InterfaceCallThrows
{
    private interface IWorker
    {
        int Work(int number);

        int WorkByDefault(int number) => number > 1 ? throw new NotSupportedException("default " + number) : number;
    }

    private sealed class First : IWorker
    {
        public int Work(int number) => number > 0 ? throw new InvalidOperationException("first " + number) : number;
    }

    private sealed class Second : IWorker
    {
        public int Work(int number)
        {
            try
            {
                return 100 / number;
            }
            finally
            {
                Console.WriteLine("second leaves");
            }
        }

        public int WorkByDefault(int number) => Work(number - 1);
    }

    private struct Third : IWorker
    {
        public int Calls;

        public int Work(int number) => ++Calls > 2 ? throw new OverflowException("third " + Calls) : Calls;
    }

    public static void Run()
    {
        IWorker[] workers = [new First(), new Second(), new Third(), null];
        for (var turn = 0; turn < 3; turn++)
        {
            foreach (var worker in workers)
            {
                try
                {
                    Console.WriteLine(worker.Work(turn));
                    Console.WriteLine(worker.WorkByDefault(turn));
                }
                catch (NullReferenceException)
                {
                    Console.WriteLine("nobody there");
                }
                catch (Exception exception)
                {
                    Console.WriteLine(exception.Message);
                }
            }
        }
    }
}
