using System;

namespace Tarn.Conformance;

/// <summary>Exception classes with members of their own, derived in several steps.</summary>
public static class CustomExceptions
{
    private abstract class DeviceException(string device, string message) : Exception(message)
    {
        public string Device => device;

        public abstract int Code { get; }

        public override string Message => $"{Device}: {base.Message} ({Code})";
    }

    private class TimeoutFailure(string device, int milliseconds) : DeviceException(device, "no answer")
    {
        public int Milliseconds => milliseconds;

        public override int Code => 10;
    }

    private sealed class SlowFailure(string device) : TimeoutFailure(device, 5000)
    {
        public override int Code => base.Code + 1;
    }

    private sealed class BrokenFailure(string device, Exception cause) : DeviceException(device, "broken: " + cause.Message)
    {
        public override int Code => 20;
    }

    private static void Use(int number)
    {
        try
        {
            throw number switch
            {
                0 => new TimeoutFailure("disk", 100),
                1 => new SlowFailure("tape"),
                2 => new BrokenFailure("screen", new FormatException("bad mode")),
                _ => new InvalidOperationException("no device"),
            };
        }
        catch (TimeoutFailure failure)
        {
            Console.WriteLine($"{failure.Message} after {failure.Milliseconds}");
        }
        catch (DeviceException failure)
        {
            Console.WriteLine($"{failure.Message} code {failure.Code}");
        }
    }

    public static void Run()
    {
        for (var number = 0; number < 4; number++)
        {
            try
            {
                Use(number);
            }
            catch (Exception exception)
            {
                Console.WriteLine(exception.Message);
            }
        }
    }
}
