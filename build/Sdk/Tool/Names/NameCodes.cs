using Tarn.Names;

namespace Tarn.Sdk.Tool.Names;

/// <summary>
/// A grammar's codes as the table numbers them: literals, then the rules that are used most in one byte, then the others in two; among
/// each, those that end a name come last.
/// </summary>
internal sealed class NameCodes
{
    private const int LongCodesPerPrefix = 256;

    private readonly NameGrammar _grammar;
    private readonly int[] _numbers;

    /// <summary>Numbers the codes of a grammar.</summary>
    /// <param name="grammar">The grammar.</param>
    /// <param name="nameCount">How many names it was made of.</param>
    public NameCodes(NameGrammar grammar, int nameCount)
    {
        _grammar = grammar;
        var literalCount = grammar.Literals.Count;
        var codeCount = literalCount + grammar.Rules.Count;
        var prefixes = 1;
        while ((LongCodesPerPrefix - prefixes) + (prefixes * LongCodesPerPrefix) < codeCount)
        {
            prefixes++;
        }

        ShortCodeCount = LongCodesPerPrefix - prefixes;
        if (literalCount > ShortCodeCount)
        {
            throw new InvalidOperationException("Names consist of too many different bytes.");
        }

        var uses = new int[codeCount];
        foreach (var code in Enumerable.Range(0, nameCount).SelectMany(grammar.Encode))
        {
            uses[code]++;
        }

        var endsName = new bool[codeCount];
        endsName[0] = true;
        for (var index = 0; index < grammar.Rules.Count; index++)
        {
            endsName[literalCount + index] = endsName[grammar.Rules[index].Right];
        }

        var byUse = Enumerable.Range(literalCount, grammar.Rules.Count).OrderByDescending(code => uses[code]).ToList();
        var shortRules = byUse.Take(ShortCodeCount - literalCount).OrderBy(code => endsName[code]).ToList();
        var longRules = byUse.Skip(ShortCodeCount - literalCount).OrderBy(code => endsName[code]).ToList();
        FirstShortEnd = literalCount + shortRules.Count(code => !endsName[code]);
        FirstLongEnd = ShortCodeCount + longRules.Count(code => !endsName[code]);

        Order = [.. shortRules.Concat(longRules)];
        _numbers = [.. Enumerable.Range(0, codeCount)];
        for (var index = 0; index < Order.Count; index++)
        {
            _numbers[Order[index]] = literalCount + index;
        }
    }

    /// <summary>How many codes have one byte, used or not.</summary>
    public int ShortCodeCount { get; }

    /// <summary>The number of the first code of one byte that ends a name.</summary>
    public int FirstShortEnd { get; }

    /// <summary>The number of the first code of two bytes that ends a name.</summary>
    public int FirstLongEnd { get; }

    private IReadOnlyList<int> Order { get; }

    /// <summary>The rules in the order of their numbers, in numbers.</summary>
    public IEnumerable<(int Left, int Right)> Rules => Order
        .Select(code => _grammar.Rules[code - _grammar.Literals.Count])
        .Select(rule => (_numbers[rule.Left], _numbers[rule.Right]));

    /// <summary>The bytes of a name.</summary>
    public IEnumerable<byte> Encode(int name)
    {
        foreach (var number in _grammar.Encode(name).Select(code => _numbers[code]))
        {
            if (number >= ShortCodeCount)
            {
                yield return (byte)(ShortCodeCount + ((number - ShortCodeCount) / LongCodesPerPrefix));
                yield return (byte)((number - ShortCodeCount) % LongCodesPerPrefix);
            }
            else
            {
                yield return (byte)number;
            }
        }
    }
}
