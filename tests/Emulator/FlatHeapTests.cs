using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>Ten minutes of the machine's time, in which keys are typed, ticks come in and tasks are spawned, leave the reference kernel's heap as it was.</summary>
[TestFixture]
public sealed class FlatHeapTests
{
    private const string Prompt = "\n> ";
    private const int Minutes = 10;

    /// <summary>By how many bytes what is live after a collection may differ: for what words of the stack happen to keep.</summary>
    private const int Slack = 2 * 1024;

    private const int CollectionsToSettle = 8;

    /// <summary>Between two rounds of work, in milliseconds: the machine, whose time does not wait for the host's, is idle for seconds meanwhile.</summary>
    private const int Pause = 20;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Test]
    public void TenMinutesOfTypingTickingAndSpawningLeaveTheHeapFlat()
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference) { CountsInstructions = true, HasControl = true });
        Assert.That(machine.Log.WaitFor(text => text.EndsWith(Prompt, StringComparison.Ordinal), Limit), Is.True, () => machine.Log.Tail());
        WorkUntil(machine, minutes: 2);
        var before = Settle(machine);
        WorkUntil(machine, Minutes);
        var after = Settle(machine);
        TestContext.Out.WriteLine($"{before}\n{after}");

        Assert.That(after.Collections, Is.GreaterThan(before.Collections));
        Assert.That(after.Requests, Is.GreaterThan(before.Requests + 1000));
        Assert.That(after.Mapped, Is.EqualTo(before.Mapped));
        Assert.That(after.Live, Is.InRange(before.Live - Slack, before.Live + Slack));
    }

    /// <summary>Types and spawns until the machine has run for so long.</summary>
    private static void WorkUntil(QemuMachine machine, int minutes)
    {
        do
        {
            Ask(machine, "tasks 50");
            Ask(machine, "echo typed and \x7f\x7fed\e[D\e[A\e[B");
            Ask(machine, "fault divide");
            AskByKeys(machine, "u", "p", "t", "i", "m", "e", "ret");
            Thread.Sleep(Pause);
        }
        while (MinutesOf(machine) < minutes);
    }

    private static int MinutesOf(QemuMachine machine)
    {
        var match = Regex.Match(Ask(machine, "uptime"), @"(\d+) h (\d+) min \d+ s \d+ ms\n$");
        return (60 * int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) + int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>What mem says after some collections more: of those the one that found the fewest bytes in use, for others come while tasks wait.</summary>
    private static Memory Settle(QemuMachine machine)
    {
        var least = Look(machine);
        var limit = DateTime.UtcNow + Limit;
        for (var (seen, collections) = (least, 0); collections < CollectionsToSettle;)
        {
            Ask(machine, "tasks 100");
            Thread.Sleep(Pause);
            var next = Look(machine);
            if (next.Collections > seen.Collections)
            {
                least = collections++ == 0 || next.Live < least.Live ? next : least with { Mapped = next.Mapped };
            }

            seen = next;
            Assert.That(DateTime.UtcNow, Is.LessThan(limit), () => machine.Log.Tail());
        }

        return least;
    }

    private static Memory Look(QemuMachine machine)
    {
        var text = Ask(machine, "mem");
        var match = Regex.Match(text, @"heap +(\d+) bytes mapped(?s:.*)\s(\d+) requests met(?s:.*)collected +(\d+) times(?:;.* (\d+) were in use after it)?");
        Assert.That(match.Success, Is.True, text);
        return new Memory(NumberIn(match.Groups[1]), NumberIn(match.Groups[2]), NumberIn(match.Groups[3]), match.Groups[4].Success ? NumberIn(match.Groups[4]) : 0);
    }

    private static long NumberIn(Group group) => long.Parse(group.Value, CultureInfo.InvariantCulture);

    private static string Ask(QemuMachine machine, string line)
    {
        var before = machine.Log.Text.Length;
        machine.Keyboard.Write(Encoding.UTF8.GetBytes(line + "\r"));
        machine.Keyboard.Flush();
        return Answer(machine, before);
    }

    private static void AskByKeys(QemuMachine machine, params string[] keys)
    {
        var before = machine.Log.Text.Length;
        foreach (var key in keys)
        {
            machine.Control!.Press(key);
        }

        Answer(machine, before);
    }

    private static string Answer(QemuMachine machine, int before)
    {
        var isAnswered = machine.Log.WaitFor(text => text.Length > before && text.IndexOf('\n', before) >= 0 && text.EndsWith(Prompt, StringComparison.Ordinal), Limit);
        Assert.That(isAnswered, Is.True, () => machine.Log.Tail());
        return machine.Log.Text[before..^(Prompt.Length - 1)];
    }

    private readonly record struct Memory(long Mapped, long Requests, long Collections, long Live);
}
