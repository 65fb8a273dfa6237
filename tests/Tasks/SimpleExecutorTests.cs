using System.Collections.Generic;
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
