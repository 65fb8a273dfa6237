using System;

namespace Tarn.Conformance;

/// <summary>Catch clauses whose type is a type parameter, in shared code and in code of its own.</summary>
public static class GenericCatch
{
    private sealed class Tagged<T> : Exception;

    private static string Catch<TException>(Exception thrown)
        where TException : Exception
    {
        try
        {
            throw thrown;
        }
        catch (TException exception)
        {
            return "caught " + exception.Message.Length;
        }
        catch (SystemException)
        {
            return "not that one";
        }
        catch (Exception)
        {
            return "no system exception";
        }
    }

    private static class Catcher<T>
    {
        public static string Catch(Exception thrown)
        {
            try
            {
                throw thrown;
            }
            catch (Tagged<T>)
            {
                return "of this tag";
            }
            catch (Exception exception) when (exception is Tagged<T[]>)
            {
                return "of an array of it";
            }
            catch
            {
                return "of another";
            }
        }
    }

    public static void Run()
    {
        Console.WriteLine(Catch<ArgumentException>(new ArgumentException("12345")));
        Console.WriteLine(Catch<ArgumentException>(new FormatException("1234567")));
        Console.WriteLine(Catch<FormatException>(new FormatException("1234567")));
        Console.WriteLine(Catch<Exception>(new FormatException("123")));
        Console.WriteLine(Catch<FormatException>(new Tagged<int>()));
        Console.WriteLine(Catch<Tagged<int>>(new Tagged<int>()).StartsWith("caught"));
        Console.WriteLine(Catch<Tagged<string>>(new Tagged<int>()));
        Console.WriteLine(Catcher<string>.Catch(new Tagged<string>()));
        Console.WriteLine(Catcher<string>.Catch(new Tagged<object>()));
        Console.WriteLine(Catcher<string>.Catch(new Tagged<string[]>()));
        Console.WriteLine(Catcher<int>.Catch(new Tagged<int>()));
        Console.WriteLine(Catcher<int>.Catch(new Tagged<string>()));
        Console.WriteLine(Catcher<object>.Catch(new Tagged<object>()));
    }
}
