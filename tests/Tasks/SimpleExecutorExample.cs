using System;
using System.Collections.Generic;
using Tarn.Tasks;

namespace Tarn.Tests.Tasks;

/// <summary>The example in docs/tasks.md, word for word.</summary>
internal static class SimpleExecutorExample
{
    internal static void Run()
    {
        var executor = new SimpleExecutor();
        executor.Spawn(Count("a", 2));
        executor.Spawn(Count("b", 3));
        executor.Run();
        Console.WriteLine($"{executor.Polls} polls");

        static IEnumerable<PollResult> Count(string name, int steps)
        {
            for (var step = 1; step <= steps; step++)
            {
                Console.WriteLine($"{name}{step}");
                yield return PollResult.Pending;
            }
        }
    }
}
