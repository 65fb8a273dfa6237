using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Tarn.Conformance;

/// <summary>Registers, large structs, references and stack memory that live on across a handler; throws in shared and struct generics, in iterators and in
/// async methods.</summary>
public static class ValuesAcrossFaults
{
    private struct Large
    {
        public long A, B, C, D, E, F, G, H;
        public string Text;

        public readonly long Sum => A + B + C + D + E + F + G + H + Text.Length;
    }

    private interface IWork
    {
        int Do(int value) => value > 2 ? throw new ArgumentException("default of " + value) : value;
    }

    private struct Worker : IWork;

    private sealed class ClassWorker : IWork;

    private struct Holder<T>
    {
        public T Value;

        public readonly string Take<U>(U key, Func<U, T> make)
        {
            try
            {
                return make(key).ToString();
            }
            catch (FormatException) when (typeof(T) == typeof(U))
            {
                return "same " + typeof(U).Name + Value;
            }
            catch (FormatException exception)
            {
                return exception.Message + typeof(T).Name + typeof(U).Name + Value;
            }
        }
    }

    private static int Fail(int value) => value > 0 ? throw new FormatException("failed " + value) : value;

    private static long Registers(long a, long b, long c, long d, long e, long f)
    {
        var g = a * 3;
        var h = b * 5;
        var i = c * 7;
        var j = d ^ e;
        var k = f + g;
        var total = 0L;
        for (var turn = 1; turn <= 3; turn++)
        {
            try
            {
                total += a + b + c + d + e + f + g + h + i + j + k;
                a += Fail(turn);
            }
            catch (FormatException) when (g != h && total != turn)
            {
                total = (total * 31) + a - b + c - d + e - f + g - h + i - j + k + turn;
                b++;
                h += turn;
            }
            finally
            {
                total ^= (a << 1) + (h << 2) + (k << 3);
                k -= turn;
            }
        }

        return total + a + b + c + d + e + f + g + h + i + j + k;
    }

    private static double Floats(double a, double b)
    {
        var c = a * 1.5;
        var d = b / 3.0;
        try
        {
            c += d;
            Fail(1);
        }
        catch (FormatException)
        {
            d = c - a + (b * d);
        }

        return a + b + c + d;
    }

    private static long Structs(Large large)
    {
        var copy = large;
        ref var part = ref copy.E;
        try
        {
            part += 10;
            copy.Text += "!";
            Fail(1);
        }
        catch (FormatException exception)
        {
            part += 100;
            large = copy;
            large.Text += exception.Message;
        }
        finally
        {
            part += 1000;
        }

        return large.Sum + copy.Sum;
    }

    private static int MoreStack(int last)
    {
        Span<int> more = stackalloc int[4] { 1, 2, 3, last };
        var sum = 0;
        foreach (var value in more)
        {
            sum += value;
        }

        return sum;
    }

    private static int Stack(int size)
    {
        Span<int> numbers = stackalloc int[size];
        for (var index = 0; index < size; index++)
        {
            numbers[index] = index;
            try
            {
                if (index % 3 == 0)
                {
                    Fail(index + 1);
                }
            }
            catch (FormatException)
            {
                numbers[index] += MoreStack(index);
            }
        }

        var sum = 0;
        foreach (var value in numbers)
        {
            sum = (sum * 3) + value;
        }

        return sum;
    }

    private static string Shared<T>(T value, Func<T, string> use)
        where T : class
    {
        string Local(int depth)
        {
            try
            {
                return depth == 0 ? use(value) : Local(depth - 1);
            }
            catch (FormatException exception) when (depth == 2)
            {
                return typeof(T).Name + depth + exception.Message + value;
            }
        }

        return Local(4);
    }

    private static IEnumerable<int> Numbers(List<string> log)
    {
        try
        {
            for (var number = 0; ; number++)
            {
                try
                {
                    yield return number;
                }
                finally
                {
                    log.Add("inner " + number);
                    if (number == 2)
                    {
                        Fail(number);
                    }
                }
            }
        }
        finally
        {
            log.Add("outer");
        }
    }

    private static async Task<int> Asynchronous(List<string> log, int value)
    {
        try
        {
            await Task.Yield();
            return Fail(value);
        }
        catch (FormatException exception) when (exception.Message.EndsWith('2'))
        {
            log.Add("caught " + exception.Message);
            await Task.Yield();
            throw new InvalidOperationException("from catch", exception);
        }
        finally
        {
            await Task.Yield();
            log.Add("finally " + value);
            if (value == 3)
            {
                throw new ArgumentException("from finally");
            }
        }
    }

    private static async Task Await(List<string> log)
    {
        for (var value = 0; value < 4; value++)
        {
            try
            {
                log.Add("result " + await Asynchronous(log, value));
            }
            catch (Exception exception)
            {
                log.Add(exception.GetType().Name + " " + exception.Message + " " + exception.InnerException?.Message);
            }
        }
    }

    private static string Works<T>(T worker, int value)
        where T : IWork
    {
        try
        {
            return worker.Do(value).ToString();
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    public static void Run()
    {
        Console.WriteLine(Registers(1, 2, 3, 4, 5, 6));
        Console.WriteLine(Registers(-91, 82, -73, 64, -55, 46));
        Console.WriteLine(Floats(1.25, -7.5));
        Console.WriteLine(Structs(new Large { A = 1, B = 2, C = 3, D = 4, E = 5, F = 6, G = 7, H = 8, Text = "text" }));
        Console.WriteLine(Stack(20));
        Console.WriteLine(Shared("text", _ => Fail(7).ToString()));
        Console.WriteLine(Shared(new List<int>(), _ => Fail(8).ToString())[..12]);
        Console.WriteLine(new Holder<int> { Value = 5 }.Take("key", _ => Fail(1)));
        Console.WriteLine(new Holder<string> { Value = "v" }.Take("key", _ => Fail(2).ToString()));
        Console.WriteLine(new Holder<object> { Value = "w" }.Take("key", _ => Fail(3)));
        Console.WriteLine(new Holder<object> { Value = "w" }.Take(new object(), _ => Fail(3)));
        Console.WriteLine(Works<IWork>(new ClassWorker(), 3) + Works(new ClassWorker(), 4) + Works(new Worker(), 5) + Works(new Worker(), 1));

        var log = new List<string>();
        foreach (var stop in new[] { 1, 2, 9 })
        {
            try
            {
                foreach (var number in Numbers(log))
                {
                    if (number == stop)
                    {
                        break;
                    }
                }
            }
            catch (FormatException exception)
            {
                log.Add(exception.Message);
            }
        }

        Await(log).Wait();
        Console.WriteLine(string.Join("\n", log));
    }
}
