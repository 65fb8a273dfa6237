using System;

namespace Tarn.Conformance;

/// <summary>An exception whose Message throws when a handler asks for it.</summary>
public static class MessageThatThrows
{
    private sealed class Shy : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");
    }

    public static void Run()
    {
        try
        {
            throw new Shy();
        }
        catch (Exception exception) when (exception.Message.Length > 0)
        {
            Console.WriteLine("never: the filter threw");
        }
        catch (Exception exception)
        {
            try
            {
                Console.WriteLine(exception.Message);
            }
            catch (InvalidOperationException other)
            {
                Console.WriteLine(other.Message);
            }
        }
    }
}
