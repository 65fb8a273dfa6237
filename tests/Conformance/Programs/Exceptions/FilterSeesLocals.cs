using System;

namespace Tarn.Conformance;

/// <summary>Filters read and change the locals of their method.</summary>
public static class FilterSeesLocals
{
    public static void Run()
    {
        var counter = 0;
        var limit = 3;
        for (var turn = 0; turn < 6; turn++)
        {
            var local = turn * 10;
            try
            {
                local++;
                throw new Exception("turn " + turn);
            }
            catch (Exception exception) when (++counter > limit && local == (turn * 10) + 1 && exception.Message.Length == 6)
            {
                local = -local;
                Console.WriteLine($"caught {exception.Message} {counter} {local}");
            }
            catch
            {
                Console.WriteLine($"other {counter} {local}");
            }
        }
    }
}
