namespace System.Numerics;

/// <summary>A number that has an order.</summary>
public interface INumber<TSelf>
    : IComparable, IComparable<TSelf>, IComparisonOperators<TSelf, TSelf, bool>, IModulusOperators<TSelf, TSelf, TSelf>, INumberBase<TSelf>
    where TSelf : INumber<TSelf>?
{
    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    static virtual TSelf Clamp(TSelf value, TSelf min, TSelf max)
    {
        if (min > max)
        {
            throw new ArgumentException("The minimum is greater than the maximum.");
        }

        return TSelf.Min(TSelf.Max(value, min), max);
    }

    static virtual TSelf CopySign(TSelf value, TSelf sign) =>
        TSelf.IsNegative(value) == TSelf.IsNegative(sign) ? value : checked(-value);

    static abstract TSelf Max(TSelf x, TSelf y);

    /// <summary>The greater one; of a number and what is not a number, the number.</summary>
    static virtual TSelf MaxNumber(TSelf x, TSelf y) => TSelf.IsNaN(x) ? y : TSelf.IsNaN(y) ? x : TSelf.Max(x, y);

    static abstract TSelf Min(TSelf x, TSelf y);

    /// <summary>The smaller one; of a number and what is not a number, the number.</summary>
    static virtual TSelf MinNumber(TSelf x, TSelf y) => TSelf.IsNaN(x) ? y : TSelf.IsNaN(y) ? x : TSelf.Min(x, y);

    static virtual int Sign(TSelf value) => TSelf.IsZero(value) ? 0 : TSelf.IsNegative(value) ? -1 : 1;
}
