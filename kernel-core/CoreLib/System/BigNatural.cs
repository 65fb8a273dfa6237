using System.Numerics;

namespace System;

/// <summary>A natural number of a bounded size, for exact conversions between binary and decimal. Its memory is the caller's.</summary>
internal ref struct BigNatural
{
    private readonly Span<uint> _blocks;
    private int _count;

    /// <summary>Starts with a value.</summary>
    /// <param name="blocks">Memory for as many bits as the number will ever have, 32 bits each, the lowest first.</param>
    /// <param name="value">The first value.</param>
    public BigNatural(Span<uint> blocks, ulong value)
    {
        _blocks = blocks;
        blocks[0] = (uint)value;
        blocks[1] = (uint)(value >> 32);
        _count = value > uint.MaxValue ? 2 : value != 0 ? 1 : 0;
    }

    /// <inheritdoc cref="BigNatural(Span{uint}, ulong)"/>
    public BigNatural(Span<uint> blocks, ulong low, uint high)
    {
        _blocks = blocks;
        blocks[0] = (uint)low;
        blocks[1] = (uint)(low >> 32);
        blocks[2] = high;
        _count = 3;
        Trim();
    }

    public readonly bool IsZero => _count == 0;

    public readonly int BitLength => _count == 0 ? 0 : (_count * 32) - BitOperations.LeadingZeroCount(_blocks[_count - 1]);

    /// <summary>this = this × factor + addend.</summary>
    public void MultiplyAdd(uint factor, uint addend)
    {
        ulong carry = addend;
        for (var i = 0; i < _count; i++)
        {
            carry += (ulong)_blocks[i] * factor;
            _blocks[i] = (uint)carry;
            carry >>= 32;
        }

        if (carry != 0)
        {
            _blocks[_count++] = (uint)carry;
        }
    }

    /// <summary>this = this + other × factor.</summary>
    public void AddProduct(in BigNatural other, uint factor)
    {
        ulong carry = 0;
        for (var i = 0; i < other._count || carry != 0; i++)
        {
            if (i >= _count)
            {
                _blocks[i] = 0;
                _count = i + 1;
            }

            carry += _blocks[i] + ((ulong)other[i] * factor);
            _blocks[i] = (uint)carry;
            carry >>= 32;
        }

        Trim();
    }

    public void Increment() => MultiplyAdd(1, 1);

    /// <summary>this = this / divisor.</summary>
    /// <returns>The remainder.</returns>
    public uint Divide(uint divisor)
    {
        ulong remainder = 0;
        for (var i = _count - 1; i >= 0; i--)
        {
            remainder = (remainder << 32) | _blocks[i];
            _blocks[i] = (uint)(remainder / divisor);
            remainder %= divisor;
        }

        Trim();
        return (uint)remainder;
    }

    public void MultiplyPowerOfTen(int exponent)
    {
        for (; exponent >= 9; exponent -= 9)
        {
            MultiplyAdd(1_000_000_000, 0);
        }

        for (; exponent > 0; exponent--)
        {
            MultiplyAdd(10, 0);
        }
    }

    public void ShiftLeft(int bits)
    {
        if (_count == 0 || bits == 0)
        {
            return;
        }

        var blocks = bits >> 5;
        bits &= 31;
        if (blocks > 0)
        {
            _blocks[.._count].CopyTo(_blocks[blocks..]);
            _blocks[..blocks].Clear();
            _count += blocks;
        }

        MultiplyAdd(1u << bits, 0);
    }

    /// <summary>this = this - other, which must not be the larger one.</summary>
    public void Subtract(in BigNatural other)
    {
        long borrow = 0;
        for (var i = 0; i < _count; i++)
        {
            borrow += (long)_blocks[i] - other[i];
            _blocks[i] = (uint)borrow;
            borrow >>= 32;
        }

        Trim();
    }

    /// <summary>Divides by a number that is more than a tenth of this one: returns the quotient, 0 to 9, and keeps the remainder.</summary>
    public int DivideToDigit(in BigNatural divisor)
    {
        var digit = 0;
        while (CompareTo(divisor) >= 0)
        {
            Subtract(divisor);
            digit++;
        }

        return digit;
    }

    public readonly int CompareTo(in BigNatural other) => CompareSum(default, other);

    /// <summary>Compares this + addend with the other.</summary>
    public readonly int CompareSum(in BigNatural addend, in BigNatural other)
    {
        // How much the higher blocks of the sum exceed the other's, in units of the block above this one. The rest of the sum is less than
        // two such units and the rest of the other less than one, so only 0 and -1 leave the outcome open.
        long difference = 0;
        for (var i = Math.Max(_count, Math.Max(addend._count, other._count)) - 1; i >= 0; i--)
        {
            difference = (difference << 32) + this[i] + addend[i] - other[i];
            if (difference is not (0 or -1))
            {
                break;
            }
        }

        return Math.Sign(difference);
    }

    /// <summary>The 32 bits at the position, the lowest first; 0 beyond the highest.</summary>
    public readonly uint this[int index] => (uint)index < (uint)_count ? _blocks[index] : 0;

    private void Trim()
    {
        while (_count > 0 && _blocks[_count - 1] == 0)
        {
            _count--;
        }
    }
}
