using System.Collections.Immutable;

namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>What is known of a register's contents at one point of a function, whichever way led there.</summary>
internal abstract record AbstractValue
{
    // More addresses than this and it is no longer a choice between functions.
    private const int MostConstants = 16;

    /// <summary>Nothing is known.</summary>
    public static AbstractValue Any { get; } = new Unknown();

    /// <summary>A constant.</summary>
    public static AbstractValue Of(ulong value) => new Constants([value]);

    /// <summary>The value, where it can be but one constant.</summary>
    public ulong? Single => this is Constants { Values: [var value] } ? value : null;

    /// <summary>What is known where two ways through a function meet, each with a value of its own.</summary>
    /// <param name="first">The value that comes one way.</param>
    /// <param name="second">The value that comes the other way.</param>
    /// <param name="watched">Addresses that must not be lost sight of: what may be one of them stays one.</param>
    public static AbstractValue Join(AbstractValue first, AbstractValue second, AddressRange watched)
    {
        if (ReferenceEquals(first, second) || first.Equals(second))
        {
            return first;
        }

        if (first.IsIn(watched) || second.IsIn(watched))
        {
            return new Element(watched.Start);
        }

        return (first, second) switch
        {
            (Constants { Values: var some }, Constants { Values: var others })
                when some.Union(others) is { Count: <= MostConstants } all => new Constants(all),
            (Bounded one, Bounded other) => new Bounded(Math.Max(one.Maximum, other.Maximum)),
            _ => Any,
        };
    }

    /// <summary>Whether the value is an address in a range, or may be one.</summary>
    public bool IsIn(AddressRange range) => this switch
    {
        Constants { Values: var values } => values.Any(range.Holds),
        Element { Base: var start } => range.Holds(start),
        _ => false,
    };

    /// <summary>Adds a constant.</summary>
    public AbstractValue Plus(long distance) => this switch
    {
        _ when distance == 0 => this,
        Stack { Offset: var offset } => new Stack(offset + distance),
        Constants { Values: var values } => new Constants([.. values.Select(value => value + (ulong)distance)]),
        Element => this,
        _ => Any,
    };

    /// <summary>The sum of two values.</summary>
    public static AbstractValue Sum(AbstractValue first, AbstractValue second) => (first, second) switch
    {
        (_, { Single: { } constant }) when first is not Entry => first.Plus((long)constant),
        ({ Single: { } constant }, _) when second is not Entry => second.Plus((long)constant),
        (Entry entry, { Single: { } start }) => new TablePlace(entry, start),
        ({ Single: { } start }, Entry entry) => new TablePlace(entry, start),
        _ => Any,
    };

    /// <summary>Nothing is known.</summary>
    internal sealed record Unknown : AbstractValue;

    /// <summary>A number with an upper bound.</summary>
    /// <param name="Maximum">The bound, of its low 32 bits.</param>
    internal sealed record Bounded(uint Maximum) : AbstractValue;

    /// <summary>What a register held when the function was entered.</summary>
    /// <param name="Register">The register, by its number in instructions.</param>
    internal sealed record Argument(int Register) : AbstractValue;

    /// <summary>An address on the stack.</summary>
    /// <param name="Offset">Bytes from where the stack pointer was when the function was entered; below it they are negative.</param>
    internal sealed record Stack(long Offset) : AbstractValue;

    /// <summary>One of a few constants.</summary>
    /// <param name="Values">The constants.</param>
    internal sealed record Constants(ImmutableSortedSet<ulong> Values) : AbstractValue
    {
        public bool Equals(Constants? other) => other is not null && Values.SetEquals(other.Values);

        public override int GetHashCode() => Values.Count == 0 ? 0 : Values[0].GetHashCode();
    }

    /// <summary>An address at a distance from another that is not known: an element of a table.</summary>
    /// <param name="Base">The other.</param>
    internal sealed record Element(ulong Base) : AbstractValue;

    /// <summary>What an element of a table holds: an entry of a jump table, or a handler.</summary>
    /// <param name="Table">The table's address.</param>
    /// <param name="Count">How many elements it can be; 0 where that is not known.</param>
    /// <param name="Size">Bytes of an element.</param>
    internal sealed record Entry(ulong Table, uint Count, int Size) : AbstractValue;

    /// <summary>A place in code: an entry of a jump table, which counts from a base, and the base.</summary>
    /// <param name="Table">The table and its elements.</param>
    /// <param name="Base">What is added to an element.</param>
    internal sealed record TablePlace(Entry Table, ulong Base) : AbstractValue;
}
