using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Ownership;

/// <summary>Some values, the shares and weak references to each, and how many there should be. What was given up is tried again and again.</summary>
internal sealed class RcModel
{
    private const int MostKeptOfThoseThatEnded = 20;

    private readonly List<(Rc<TrackedValue> Share, int Value)> _shares = [];
    private readonly List<(Weak<TrackedValue> Reference, int Value)> _references = [];
    private readonly Queue<Rc<TrackedValue>> _endedShares = [];
    private readonly Queue<Weak<TrackedValue>> _endedReferences = [];
    private readonly HashSet<int> _ended = [];
    private readonly nuint _usedBytes = HeapMemory.UsedBytes;
    private int _values;

    /// <summary>Does what a number says, and checks all counts after it.</summary>
    public void Perform(uint number)
    {
        var argument = (int)(number >> 8);
        switch (number % 12)
        {
            case < 2:
                _shares.Add((new Rc<TrackedValue>(new TrackedValue(_values)), _values));
                _values++;
                break;
            case < 4 when _shares.Count > 0:
                var (share, value) = _shares[argument % _shares.Count];
                _shares.Add((share.Share(), value));
                break;
            case 4 when _shares.Count > 0:
                (share, value) = _shares[argument % _shares.Count];
                _references.Add((share.Downgrade(), value));
                break;
            case 5 when _references.Count > 0:
                var (reference, referred) = _references[argument % _references.Count];
                _references.Add((reference.Share(), referred));
                break;
            case 6 when _references.Count > 0:
                Upgrade(_references[argument % _references.Count]);
                break;
            case < 10 when _shares.Count > 0:
                GiveUpShare(argument % _shares.Count);
                break;
            case >= 10 when _references.Count > 0:
                GiveUpReference(argument % _references.Count);
                break;
        }

        Check();
    }

    /// <summary>Gives up everything, and checks that the heap is as it was.</summary>
    public void DisposeOfAll()
    {
        while (_shares.Count > 0)
        {
            GiveUpShare(_shares.Count / 2);
        }

        while (_references.Count > 0)
        {
            GiveUpReference(_references.Count / 2);
        }

        Check();
        Assert.That(TrackedValue.Ended.Order(), Is.EqualTo(Enumerable.Range(0, _values)));
        Assert.That(HeapMemory.UsedBytes, Is.EqualTo(_usedBytes));
        Assert.That(HeapMemory.Blocks, Is.Zero);
    }

    private void Upgrade((Weak<TrackedValue> Reference, int Value) chosen)
    {
        var isThere = chosen.Reference.TryUpgrade(out var share);
        Assert.That(isThere, Is.EqualTo(!_ended.Contains(chosen.Value)));
        Assert.That(share.IsEmpty, Is.EqualTo(!isThere));
        if (isThere)
        {
            _shares.Add((share, chosen.Value));
        }
    }

    private void GiveUpShare(int index)
    {
        var (share, value) = _shares[index];
        _shares.RemoveAt(index);
        share.Dispose();
        _endedShares.Enqueue(share);
        if (_shares.All(other => other.Value != value))
        {
            _ended.Add(value);
        }

        Assert.That(TrackedValue.Ended.Contains(value), Is.EqualTo(_ended.Contains(value)));
    }

    private void GiveUpReference(int index)
    {
        _references[index].Reference.Dispose();
        _endedReferences.Enqueue(_references[index].Reference);
        _references.RemoveAt(index);
    }

    private void Check()
    {
        Assert.That(TrackedValue.Ended, Has.Count.EqualTo(_ended.Count));
        var strong = _shares.ToLookup(entry => entry.Value);
        var weak = _references.ToLookup(entry => entry.Value);
        foreach (var (share, value) in _shares)
        {
            var counts = (share.Value.Number, (int)share.StrongCount, (int)share.WeakCount);
            Assert.That(counts, Is.EqualTo((value, strong[value].Count(), weak[value].Count())));
        }

        foreach (var (reference, value) in _references)
        {
            Assert.That((int)reference.StrongCount, Is.EqualTo(strong[value].Count()));
        }

        // A block for each value that somebody refers to, and what a DEBUG build keeps for each who does.
        var values = _shares.Select(entry => entry.Value).Union(_references.Select(entry => entry.Value)).Count();
        Assert.That(HeapMemory.Blocks, Is.EqualTo(values + _shares.Count + _references.Count));
        CheckTheEnded();
    }

    /// <summary>Tries one of each kind; the others have their turn later.</summary>
    private void CheckTheEnded()
    {
        if (_endedShares.TryDequeue(out var share))
        {
            Assert.That(share.Dispose, Throws.TypeOf<ObjectDisposedException>());
            KeepSome(_endedShares, share);
        }

        if (_endedReferences.TryDequeue(out var reference))
        {
            Assert.That(reference.Dispose, Throws.TypeOf<ObjectDisposedException>());
            KeepSome(_endedReferences, reference);
        }
    }

    private static void KeepSome<T>(Queue<T> queue, T item)
    {
        if (queue.Count < MostKeptOfThoseThatEnded)
        {
            queue.Enqueue(item);
        }
    }
}
