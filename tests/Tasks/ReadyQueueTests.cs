using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NUnit.Framework;

namespace Tarn.Tests.Tasks;

/// <summary>The queue of what is ready, with interrupts between all of its steps: nothing that is woken is lost or comes twice.</summary>
[TestFixture]
public sealed class ReadyQueueTests
{
    private ReadyQueue<InterruptingProbe> _queue;
    private Node[] _nodes = [];

    [SetUp]
    public void Start() => Begin();

    [TearDown]
    public void End() => InterruptingProbe.Disarm();

    [Test]
    public void WhatIsWokenComesInItsOrder()
    {
        Wake(2, 1, 3);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 2, 1, 3 }));
        Assert.That(_queue.IsEmpty);
    }

    [Test]
    public void WhatIsWokenWhileOthersHaveTurnsComesBehindThem()
    {
        Wake(0, 1);
        Assert.That(Take(), Is.EqualTo(0));
        Wake(2, 0);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 1, 2, 0 }));
    }

    [Test]
    public void WhatIsReadyIsNotQueuedAgain()
    {
        Wake(0, 0, 1, 1, 0);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void UrgentOnesAreApart()
    {
        MakeUrgent(1, 3);
        Wake(0, 3, 2, 1);
        Assert.That(_queue.HasUrgent);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 3, 1, 0, 2 }));
        Assert.That(_queue.HasUrgent, Is.False);
        Wake(1);
        Assert.That(_queue.IsEmpty, Is.False);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void WhoIsWokenDuringItsTurnGetsAnother([Values] bool urgent)
    {
        if (urgent)
        {
            MakeUrgent(0, 1);
        }

        Wake(0);
        Assert.That(Take(), Is.EqualTo(0));
        Wake(0, 1);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void WhatIsOutOfTheQueueHasNoLink()
    {
        MakeUrgent(3, 4, 5);
        Wake(0, 1, 2, 3, 4, 5);
        TakeAll();
        Assert.That(_nodes.Select(node => node.Next), Is.All.Null, "whoever keeps a task keeps no other");
    }

    /// <summary>
    /// Every script of wakes, turns and yields, with an interrupt at one of its steps, and at two: each of the tasks that was woken has
    /// a turn after its wake, none has more turns than wakes, and the queue is empty in the end.
    /// </summary>
    [Test]
    public void AnInterruptAtAnyStepLosesNothing([Values(0, 1, 2)] int wokenByInterrupt, [Values] bool urgent, [Values] bool wakesTwo)
    {
        Action<ReadyQueueTests>[] scripts =
        [
            test => test.Wake(0),
            test => test.Wake(0, 1),
            test => test.Turn(),
            test => test.Turn(yields: true),
            test => test.TurnInsideOfATurn(),
        ];
        var runs = 0;
        foreach (var first in scripts)
        {
            foreach (var second in scripts)
            {
                foreach (var third in scripts)
                {
                    var steps = RunScript(_ => false);
                    for (var step = 0; step < steps; step++)
                    {
                        RunScript(at => at == step);
                        for (var later = step + 1; later < steps; later++)
                        {
                            RunScript(at => at == step || at == later);
                            runs++;
                        }
                    }

                    int RunScript(Func<int, bool> strikes)
                    {
                        Begin();
                        if (urgent)
                        {
                            MakeUrgent(0, 1, 2, 3);
                        }

                        InterruptingProbe.Arm(strikes, () =>
                        {
                            Wake(wokenByInterrupt);

                            // Behind the first one, which may just be on its way out of the queue, another one is linked.
                            if (wakesTwo)
                            {
                                Wake(3);
                            }
                        });
                        first(this);
                        second(this);
                        third(this);
                        while (Turn())
                        {
                        }

                        var count = InterruptingProbe.Steps;
                        InterruptingProbe.Disarm();

                        // An interrupt after the last look.
                        while (Turn())
                        {
                        }

                        Check();
                        return count;
                    }
                }
            }
        }

        Assert.That(runs, Is.GreaterThan(10_000));
    }

    private void Begin()
    {
        InterruptingProbe.Disarm();
        _queue = new();
        _nodes = [.. Enumerable.Range(0, 6).Select(index => new Node(index) { List = _queue.Ordinary })];
    }

    private void MakeUrgent(params int[] indexes)
    {
        foreach (var index in indexes)
        {
            _nodes[index].List = _queue.Urgent;
        }
    }

    private void Wake(params int[] indexes)
    {
        foreach (var index in indexes)
        {
            Expect(index, () => ReadyQueue<InterruptingProbe>.Wake(_nodes[index]));
        }
    }

    /// <summary>A wake is owed a turn that begins after it began.</summary>
    private void Expect(int index, Action wake)
    {
        _nodes[index].Wakes++;
        _nodes[index].IsOwed = true;
        wake();
    }

    /// <summary>The one whose turn begins: urgent ones first.</summary>
    private int? Take() => _queue.TryBeginUrgent(out var task) || _queue.TryBegin(out task) ? ((Node)task).Index : null;

    private bool Turn(bool yields, Action? inside = null)
    {
        if (Take() is not { } index)
        {
            return false;
        }

        var node = _nodes[index];
        node.Begin();
        if (yields)
        {
            Wake(index);
        }

        inside?.Invoke();
        return true;
    }

    private bool Turn() => Turn(false);

    private void TurnInsideOfATurn() => Turn(false, () => Turn(true));

    private void Check()
    {
        Assert.That(_queue.IsEmpty);
        foreach (var node in _nodes)
        {
            Assert.That(node.IsOwed, Is.False, "a wake was lost");
            Assert.That(node.Turns, Is.LessThanOrEqualTo(node.Wakes), "a turn came from nothing");
            Assert.That(node.IsReady, Is.Zero);
            Assert.That(node.Next, Is.Null);
        }
    }

    private List<int> TakeAll()
    {
        var taken = new List<int>();
        while (Take() is { } index)
        {
            taken.Add(index);
        }

        return taken;
    }

    private sealed class Node(int index) : Task
    {
        public int Index => index;

        public int Wakes { get; set; }

        public int Turns { get; private set; }

        /// <summary>Whether it was woken, and no turn has begun since.</summary>
        public bool IsOwed { get; set; }

        public void Begin()
        {
            IsOwed = false;
            Turns++;
        }
    }
}
