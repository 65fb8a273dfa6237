using System.Text;
using Tarn.Names;

namespace Tarn.Sdk.Tool.Names;

/// <summary>
/// A grammar that a list of names is short in: again and again, the pair of neighbours that is most frequent is replaced by a code of its
/// own (Larsson and Moffat, "Off-line dictionary-based compression", Proceedings of the IEEE 88, 2000).
/// </summary>
/// <remarks>Which one of several pairs is replaced first depends on nothing but the names, so that the same names give the same
/// grammar.</remarks>
internal sealed class NameGrammar
{
    private readonly Dictionary<(int Left, int Right), Pair> _pairs = [];
    private readonly PriorityQueue<(int Left, int Right, int Count), (int Count, int Left, int Right)> _queue = new();
    private readonly List<(int Left, int Right)> _rules = [];
    private readonly List<int> _depths = [];
    private readonly int[] _starts;
    private readonly int[] _codes;
    private readonly int[] _next;
    private readonly int[] _previous;

    /// <summary>Makes a grammar.</summary>
    /// <param name="names">The names.</param>
    /// <param name="leastUses">How often a pair has to occur for a rule.</param>
    public NameGrammar(IReadOnlyList<string> names, int leastUses)
    {
        var texts = names.Select(Encoding.UTF8.GetBytes).ToList();
        Literals = [0, .. texts.SelectMany(text => text).Distinct().Order()];
        var codeOf = Literals.Select((literal, code) => (literal, code)).ToDictionary(entry => entry.literal, entry => entry.code);
        _depths.AddRange(Enumerable.Repeat(0, Literals.Count));

        var length = texts.Sum(text => text.Length + 1);
        _starts = new int[texts.Count];
        _codes = new int[length];
        _next = new int[length];
        _previous = new int[length];
        var position = 0;
        for (var index = 0; index < texts.Count; index++)
        {
            _starts[index] = position;
            foreach (var value in texts[index])
            {
                Place(position++, codeOf[value]);
            }

            Place(position, 0);
            _next[position++] = -1;
            _previous[_starts[index]] = -1;
        }

        for (var place = 0; place < length; place++)
        {
            Count(place);
        }

        foreach (var (pair, _) in _pairs)
        {
            Enqueue(pair);
        }

        while (Literals.Count + _rules.Count < NameTable.MaximumCodes && _queue.TryDequeue(out var best, out _))
        {
            var pair = (best.Left, best.Right);
            if (_pairs.TryGetValue(pair, out var found) && found.Count == best.Count && found.Count >= leastUses)
            {
                Replace(pair, found);
            }
        }
    }

    /// <summary>The bytes that occur, the end of names first: what the codes from 0 stand for.</summary>
    public IReadOnlyList<byte> Literals { get; }

    /// <summary>What the codes after those of the literals stand for; each consists of earlier codes.</summary>
    public IReadOnlyList<(int Left, int Right)> Rules => _rules;

    /// <summary>The codes of a name, its end included.</summary>
    public IEnumerable<int> Encode(int name)
    {
        for (var position = _starts[name]; position >= 0; position = _next[position])
        {
            yield return _codes[position];
        }
    }

    private void Place(int position, int code)
    {
        _codes[position] = code;
        _next[position] = position + 1;
        _previous[position] = position - 1;
    }

    private bool TryGetPair(int position, out (int Left, int Right) pair)
    {
        var isThere = position >= 0 && _next[position] >= 0;
        pair = isThere ? (_codes[position], _codes[_next[position]]) : default;
        return isThere;
    }

    private void Count(int position)
    {
        if (TryGetPair(position, out var pair))
        {
            if (!_pairs.TryGetValue(pair, out var found))
            {
                _pairs[pair] = found = new Pair();
            }

            found.Count++;
            found.Positions.Add(position);
        }
    }

    private void Discount(int position)
    {
        if (TryGetPair(position, out var pair) && _pairs.TryGetValue(pair, out var found))
        {
            found.Count--;
            Enqueue(pair);
        }
    }

    private void Enqueue((int Left, int Right) pair)
    {
        var count = _pairs[pair].Count;
        _queue.Enqueue((pair.Left, pair.Right, count), (-count, pair.Left, pair.Right));
    }

    private void Replace((int Left, int Right) pair, Pair found)
    {
        _pairs.Remove(pair);

        // While the left one is expanded, the right one waits.
        var depth = Math.Max(2, Math.Max(_depths[pair.Left] + 1, _depths[pair.Right]));
        if (depth > NameReader.MaximumDepth)
        {
            return;
        }

        var code = Literals.Count + _rules.Count;
        _rules.Add(pair);
        _depths.Add(depth);
        foreach (var position in found.Positions.Order())
        {
            // What was counted here may have become part of another code since.
            if (_codes[position] != pair.Left || !TryGetPair(position, out var current) || current != pair)
            {
                continue;
            }

            var right = _next[position];
            Discount(_previous[position]);
            Discount(right);
            _codes[position] = code;
            _codes[right] = -1;
            _next[position] = _next[right];
            if (_next[right] >= 0)
            {
                _previous[_next[right]] = position;
            }

            Recount(_previous[position]);
            Recount(position);
        }
    }

    private void Recount(int position)
    {
        Count(position);
        if (TryGetPair(position, out var pair))
        {
            Enqueue(pair);
        }
    }

    /// <summary>Where a pair occurs: a count, and positions that may be outdated.</summary>
    private sealed class Pair
    {
        public int Count { get; set; }

        public List<int> Positions { get; } = [];
    }
}
