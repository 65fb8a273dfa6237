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
    public void WhatIsPostedComesInItsOrder()
    {
        Post(0, 1, 2);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(_queue.IsEmpty);
    }

    [Test]
    public void WhatIsWokenComesInItsOrderBehindWhatIsThere()
    {
        Post(0);
        Wake(2, 1, 3);
        Post(4);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 0, 4, 2, 1, 3 }).Or.EqualTo(new[] { 0, 2, 1, 3, 4 }));
    }

    [Test]
    public void WhatIsReadyIsNotQueuedAgain()
    {
        Post(0, 0);
        Wake(0, 1, 1);
        Post(1);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void UrgentOnesComeFirstButNotForEver()
    {
        foreach (var node in _nodes)
        {
            node.IsUrgent = node.Index % 2 == 1;
        }

        Post(0, 2);
        Wake(1, 3);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 1, 3, 0, 2 }));

        // One that is always ready.
        Post(0, 1);
        var taken = new List<int>();
        for (var turn = 0; turn < 2 * ReadyQueue<InterruptingProbe>.MaximumUrgentTurns; turn++)
        {
            Assert.That(_queue.TryBegin(out var task));
            taken.Add(((Node)task!).Index);
            if (task!.IsUrgent)
            {
                _queue.Post(task);
            }

            _queue.End(task);
        }

        Assert.That(taken.IndexOf(0), Is.EqualTo(ReadyQueue<InterruptingProbe>.MaximumUrgentTurns));
    }

    [Test]
    public void WhoIsWokenDuringItsTurnGetsAnother([Values] bool byInterrupt, [Values] bool alone)
    {
        if (alone)
        {
            Wake(0);
        }
        else
        {
            Post(0);
        }

        Assert.That(_queue.TryBegin(out var task));
        if (byInterrupt)
        {
            _queue.Wake(task!);
        }
        else
        {
            _queue.Post(task!);
        }

        Post(1);
        _queue.End(task!);
        Assert.That(TakeAll(), Is.EquivalentTo(new[] { 0, 1 }));
    }

    [Test]
    public void ATaskThatYieldsGoesToTheEndOfTheRing()
    {
        Post(0, 1, 2);
        Assert.That(_queue.TryBegin(out var task));
        var taken = new List<int>();
        Task? next = task;
        for (var turn = 0; turn < 7; turn++)
        {
            taken.Add(((Node)next!).Index);
            Assert.That(ReadyQueue<InterruptingProbe>.TryPostRunning(next));
            next = _queue.EndAndBegin(next);
        }

        Assert.That(taken, Is.EqualTo(new[] { 0, 1, 2, 0, 1, 2, 0 }));
    }

    [Test]
    public void WhoWaitsWithoutAwaitIsOutOfTheWay([Values] bool isWoken, [Values] bool isFirstOfMany)
    {
        Post(isFirstOfMany ? [0, 1, 2] : [0]);
        Assert.That(_queue.TryBegin(out var task));
        _queue.Detach(task!);
        if (isWoken)
        {
            _queue.Wake(task!);
        }

        Assert.That(TakeAll(), Is.EqualTo(isFirstOfMany ? [1, 2] : Array.Empty<int>()));
        Assert.That(ReadyQueue<InterruptingProbe>.TryPostRunning(task!), Is.False);
        _queue.End(task!);
        Assert.That(TakeAll(), Is.EqualTo(isWoken ? [0] : Array.Empty<int>()));
        Post(0);
        Assert.That(TakeAll(), Is.EqualTo(new[] { 0 }));
    }

    /// <summary>
    /// Every script of posts, wakes, turns and yields, with an interrupt at one of its steps, and at two: each of the tasks that was woken has
    /// a turn after its wake, none has more turns than wakes, and the queue is empty in the end.
    /// </summary>
    [Test]
    public void AnInterruptAtAnyStepLosesNothing([Values(0, 1, 2)] int wokenByInterrupt)
    {
        Action<ReadyQueueTests>[] scripts =
        [
            test => test.Post(0, 1),
            test => test.Wake(0, 1),
            test => test.Turn(),
            test => test.Turn(yields: true),
            test => test.TurnWhileDetached(),
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
                        InterruptingProbe.Arm(strikes, () => Expect(wokenByInterrupt, () => _queue.Wake(_nodes[wokenByInterrupt])));
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
        _queue = default;
        _nodes = [.. Enumerable.Range(0, 6).Select(index => new Node(index))];
    }

    private void Post(params int[] indexes)
    {
        foreach (var index in indexes)
        {
            Expect(index, () => _queue.Post(_nodes[index]));
        }
    }

    private void Wake(params int[] indexes)
    {
        foreach (var index in indexes)
        {
            Expect(index, () => _queue.Wake(_nodes[index]));
        }
    }

    /// <summary>A wake is owed a turn that begins after it began.</summary>
    private void Expect(int index, Action wake)
    {
        _nodes[index].Wakes++;
        _nodes[index].IsOwed = true;
        wake();
    }

    private bool Turn(bool yields = false)
    {
        if (!_queue.TryBegin(out var task))
        {
            return false;
        }

        var node = (Node)task;
        node.Begin();
        if (yields)
        {
            Expect(node.Index, () => _queue.Post(task));
        }

        node.End();
        if (_queue.EndAndBegin(task) is { } next)
        {
            node = (Node)next;
            node.Begin();
            node.End();
            _queue.End(next);
        }

        return true;
    }

    private bool Turn() => Turn(false);

    private void TurnWhileDetached()
    {
        if (_queue.TryBegin(out var task))
        {
            var node = (Node)task;
            node.Begin();
            _queue.Detach(task);
            Turn();
            node.End();
            _queue.End(task);
        }
    }

    private void Check()
    {
        Assert.That(_queue.IsEmpty);
        foreach (var node in _nodes)
        {
            Assert.That(node.IsOwed, Is.False, "a wake was lost");
            Assert.That(node.Turns, Is.LessThanOrEqualTo(node.Wakes), "a turn came from nothing");
            Assert.That(node.Turn, Is.Zero);
        }
    }

    private List<int> TakeAll()
    {
        var taken = new List<int>();
        while (_queue.TryBegin(out var task))
        {
            taken.Add(((Node)task).Index);
            _queue.End(task);
        }

        return taken;
    }

    private sealed class Node(int index) : Task
    {
        private bool _isRunning;

        public int Index => index;

        public int Wakes { get; set; }

        public int Turns { get; private set; }

        /// <summary>Whether it was woken, and no turn has begun since.</summary>
        public bool IsOwed { get; set; }

        public void Begin()
        {
            Assert.That(_isRunning, Is.False, "a turn inside a turn");
            _isRunning = true;
            IsOwed = false;
            Turns++;
        }

        public void End() => _isRunning = false;
    }
}
