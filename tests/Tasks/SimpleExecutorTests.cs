using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NUnit.Framework;
using Tarn.Tasks;

namespace Tarn.Tests.Tasks;

/// <summary>The executor for teaching.</summary>
[TestFixture]
public sealed class SimpleExecutorTests
{
    [Test]
    public void PollsInTurnUntilAllHaveEnded()
    {
        var log = new List<string>();
        var executor = new SimpleExecutor();
        executor.Spawn(Count("a", 3));
        executor.Spawn(Count("b", 1));
        executor.Run();
        Assert.That(log, Is.EqualTo(new[] { "a0", "b0", "a1", "b ends", "a2", "a ends" }));
        Assert.That(executor.Polls, Is.EqualTo(6));

        IEnumerable<PollResult> Count(string name, int to)
        {
            for (var number = 0; number < to; number++)
            {
                log.Add($"{name}{number}");
                yield return PollResult.Pending;
            }

            log.Add($"{name} ends");
        }
    }

    /// <summary>What docs/tasks.md says of its example is what it prints.</summary>
    [Test]
    public void TheExampleOfThePagePrintsWhatIsSaid()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Nuke.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var page = File.ReadAllText(Path.Combine(folder, "docs", "tasks.md")).ReplaceLineEndings("\n");
        var source = File.ReadAllText(Path.Combine(folder, "tests", "Tasks", nameof(SimpleExecutorExample) + ".cs")).ReplaceLineEndings("\n");
        var block = page.Split("```csharp\n").Single(text => text.Contains("new SimpleExecutor()")).Split("```")[0];
        Assert.That(source, Does.Contain(string.Concat(block.TrimEnd().Split('\n').Select(line => line.Length == 0 ? "\n" : $"        {line}\n"))));

        var console = Console.Out;
        var text = new StringWriter();
        Console.SetOut(text);
        try
        {
            SimpleExecutorExample.Run();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.That(text.ToString().ReplaceLineEndings("\n"), Is.EqualTo("a1\nb1\na2\nb2\nb3\n7 polls\n"));
        Assert.That(page, Does.Contain("It prints a1, b1, a2, b2, b3 and `7 polls`"));
    }

    [Test]
    public void AsksAgainAndAgainWhoWaits()
    {
        var isThere = false;
        var executor = new SimpleExecutor();
        executor.Spawn(Wait());
        executor.Spawn(Bring());
        executor.Run();
        Assert.That(executor.Polls, Is.EqualTo(203), "it has no way to be told");

        IEnumerable<PollResult> Wait()
        {
            while (!isThere)
            {
                yield return PollResult.Pending;
            }

            yield return PollResult.Ready;
        }

        IEnumerable<PollResult> Bring()
        {
            for (var turn = 0; turn < 100; turn++)
            {
                yield return PollResult.Pending;
            }

            isThere = true;
        }
    }

    [Test]
    public void AWakerCallsWhatItWasMadeOf()
    {
        var calls = 0;
        new Waker(() => calls++).Wake();
        Waker.Nothing.Wake();
        Assert.That(calls, Is.EqualTo(1));
    }
}
