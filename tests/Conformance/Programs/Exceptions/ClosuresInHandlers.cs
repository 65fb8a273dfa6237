using System;

namespace Tarn.Conformance;

/// <summary>Closures made before, in and after handlers, over variables that the handlers change.</summary>
public static class ClosuresInHandlers
{
    public static void Run()
    {
        var log = "";
        Action<string> append = text => log += text;
        Func<string> read = null;
        try
        {
            append("a");
            var local = 1;
            read = () => log + local;
            local++;
            append("b");
            throw new Exception("c");
        }
        catch (Exception exception) when (read() == "ab2")
        {
            append(exception.Message);
            var message = exception.Message;
            var before = read;
            read = () => before() + message;
        }
        finally
        {
            append("d");
        }

        Console.WriteLine(read());
        append("e");
        Console.WriteLine(read());
    }
}
