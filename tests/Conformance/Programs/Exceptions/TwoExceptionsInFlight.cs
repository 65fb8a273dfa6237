using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>What happens while another exception is under way: throws in filters, in finally blocks, in Dispose, rethrows inside of both.</summary>
public static class TwoExceptionsInFlight
{
    private static readonly List<string> Log = [];

    private sealed class Resource(string name, bool fails) : IDisposable
    {
        public void Dispose()
        {
            Log.Add("dispose " + name);
            if (fails)
            {
                throw new InvalidOperationException("dispose of " + name);
            }
        }
    }

    private sealed class Odd(string text, Exception inner = null) : Exception(text, inner);

    private static void Try(string what, Action action)
    {
        Log.Clear();
        try
        {
            action();
            Log.Add("no exception");
        }
        catch (Exception exception)
        {
            Log.Add("caught " + exception.GetType().Name + " " + exception.Message);
        }

        Console.WriteLine(what + ": " + string.Join(", ", Log));
    }

    private static bool Say(string text, bool value)
    {
        Log.Add(text);
        return value;
    }

    private static bool Throw(string text) => throw new Odd(text);

    private static void Rethrow()
    {
        try
        {
            throw new Odd("first");
        }
        catch (Odd)
        {
            try
            {
                try
                {
                    throw new Odd("second");
                }
                finally
                {
                    Log.Add("inner finally");
                    try
                    {
                        throw new Odd("third");
                    }
                    catch (Odd third) when (Say("filter " + third.Message, true))
                    {
                        Log.Add("caught third");
                    }
                }
            }
            catch (Odd second)
            {
                Log.Add("caught " + second.Message);
            }

            throw;
        }
    }

    private static void DisposeInFlight()
    {
        using var outer = new Resource("outer", true);
        using var inner = new Resource("inner", true);
        using var plain = new Resource("plain", false);
        throw new Odd("body");
    }

    private static void FilterInFilter()
    {
        try
        {
            throw new Odd("outside");
        }
        catch (Odd) when (NestedFilter())
        {
            Log.Add("accepted");
        }
    }

    private static bool NestedFilter()
    {
        try
        {
            throw new Odd("in filter");
        }
        catch (Odd exception) when (exception.Message.Length > 3 && Throw("in nested filter"))
        {
            return false;
        }
        catch (Odd exception) when (Say("second filter", true))
        {
            Log.Add("caught " + exception.Message);
            return true;
        }
        finally
        {
            Log.Add("finally of filter");
        }
    }

    private static int Loop()
    {
        var total = 0;
        for (var turn = 0; turn < 6; turn++)
        {
        Again:
            try
            {
                try
                {
                    total += turn;
                    if (turn % 2 == 0)
                    {
                        throw new Odd("turn");
                    }

                    if (turn == 5)
                    {
                        break;
                    }
                }
                catch (Odd) when (turn == 2)
                {
                    turn++;
                    goto Again;
                }
                catch (Odd)
                {
                    continue;
                }
                finally
                {
                    Log.Add("turn " + turn);
                }
            }
            finally
            {
                total += 100;
            }
        }

        return total;
    }

    private static Exception TwiceThrown(Exception exception, int depth)
    {
        try
        {
            Deep(exception, depth);
        }
        catch (Odd caught)
        {
            return caught;
        }

        return null;
    }

    private static void Deep(Exception exception, int depth)
    {
        if (depth == 0)
        {
            throw exception;
        }

        try
        {
            Deep(exception, depth - 1);
        }
        finally
        {
            Log.Add("depth " + depth);
        }
    }

    private sealed class Initialised
    {
        private readonly string _first = Say("field", true).ToString();
        private readonly bool _second = Throw("field initialiser");

        public Initialised() => Log.Add("constructor " + _first + _second);

        ~Initialised()
        {
        }
    }

    public static void Run()
    {
        Try("rethrow", Rethrow);
        Try("dispose in flight", DisposeInFlight);
        Try("filter in filter", FilterInFilter);
        Try("loop", () => Log.Add(Loop().ToString()));
        Try("throw null", () => throw null);
        Try("throw null in a filter", () =>
        {
            try
            {
                throw new Odd("x");
            }
            catch (Odd) when (((Func<bool>)(() => throw null))())
            {
                Log.Add("accepted");
            }
        });
        Try("initialiser", () => new Initialised());
        var exception = new Odd("again");
        Try("once", () => TwiceThrown(exception, 2));
        var first = exception.StackTrace.Split('\n').Length;
        Try("twice", () => TwiceThrown(exception, 5));
        Console.WriteLine(exception.StackTrace.Split('\n').Length - first);
        Try("finally replaces", () =>
        {
            try
            {
                try
                {
                    throw new Odd("lost");
                }
                finally
                {
                    Throw("replacing");
                }
            }
            catch (Odd replaced) when (Say("filter sees " + replaced.Message, false))
            {
            }
        });
        Try("multicast", () =>
        {
            Action all = () => Log.Add("first");
            all += () => throw new Odd("second of three");
            all += () => Log.Add("third");
            all();
        });
        Try("catch in finally in catch", () =>
        {
            try
            {
                throw new Odd("a");
            }
            catch (Odd a)
            {
                try
                {
                    throw new Odd("b", a);
                }
                catch (Odd b)
                {
                    try
                    {
                        throw;
                    }
                    finally
                    {
                        Log.Add(a.Message + b.Message);
                    }
                }
            }
        });
    }
}
