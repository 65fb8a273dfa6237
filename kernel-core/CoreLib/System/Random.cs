using System.Numerics;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>
/// Numbers that look random. The same seed gives the same sequence as in .NET; without one the sequence begins with what the processor
/// knows of chance (RDRAND where it has it, and its time stamp counter). Not for secrets.
/// </summary>
/// <remarks>
/// A seed: the subtractive generator of Knuth, The Art of Computer Programming, volume 2, 3.2.2 and the answer to its exercise 23, as printed in
/// Numerical Recipes in C (<c>ran3</c>), with .NET's constants. No seed: xoshiro256** (Blackman and Vigna, "Scrambled linear
/// pseudorandom number generators", 2018), seeded by SplitMix64 as its authors advise.
/// </remarks>
public class Random
{
    private static Random? s_shared;

    // Null only in a Random without a seed that is no class derived from it: such a class may override Sample, and then numbers come from there.
    private readonly SubtractiveGenerator? _subtractive;
    private XoshiroGenerator _xoshiro;

    public Random()
    {
        if (GetType() != typeof(Random))
        {
            _subtractive = new SubtractiveGenerator((int)RuntimeImports.Entropy());
        }
        else
        {
            _xoshiro = new XoshiroGenerator(RuntimeImports.Entropy());
        }
    }

    public Random(int Seed)
    {
        _subtractive = new SubtractiveGenerator(Seed);
    }

    public static Random Shared => s_shared ??= new Random();

    /// <summary>A number from 0 to below <see cref="int.MaxValue"/>.</summary>
    public virtual int Next()
    {
        if (_subtractive is { } generator)
        {
            return generator.Next();
        }

        while (true)
        {
            var value = (int)(_xoshiro.Next() >> 33);
            if (value != int.MaxValue)
            {
                return value;
            }
        }
    }

    /// <summary>A number from 0 to below the bound.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative.</exception>
    public virtual int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return _subtractive is not null ? (int)(Sample() * maxValue) : (int)Below((ulong)maxValue);
    }

    /// <summary>A number from the first to below the second; the first where they are equal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The first is greater.</exception>
    public virtual int Next(int minValue, int maxValue)
    {
        if (minValue > maxValue)
        {
            throw Swapped();
        }

        var range = (long)maxValue - minValue;
        if (_subtractive is null)
        {
            return (int)((long)Below((ulong)range) + minValue);
        }

        return range <= int.MaxValue ? (int)(Sample() * range) + minValue : (int)((long)(_subtractive.NextWide() * range) + minValue);
    }

    /// <summary>A number from 0 to below <see cref="long.MaxValue"/>.</summary>
    public virtual long NextInt64()
    {
        while (true)
        {
            var value = (long)(NextUInt64() >> 1);
            if (value != long.MaxValue)
            {
                return value;
            }
        }
    }

    /// <inheritdoc cref="Next(int)"/>
    public virtual long NextInt64(long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return NextInt64(0, maxValue);
    }

    /// <inheritdoc cref="Next(int, int)"/>
    public virtual long NextInt64(long minValue, long maxValue)
    {
        if (minValue > maxValue)
        {
            throw Swapped();
        }

        return (long)Below((ulong)(maxValue - minValue)) + minValue;
    }

    /// <summary>A number from 0 to below 1.</summary>
    public virtual double NextDouble() => Sample();

    /// <inheritdoc cref="NextDouble"/>
    public virtual float NextSingle()
    {
        if (_subtractive is null)
        {
            return (_xoshiro.Next() >> 40) * (1f / (1 << 24));
        }

        while (true)
        {
            // Rounding can make it 1.
            var value = (float)Sample();
            if (value < 1)
            {
                return value;
            }
        }
    }

    public virtual void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (_subtractive is { } generator)
        {
            foreach (ref var value in buffer.AsSpan())
            {
                value = (byte)generator.Next();
            }

            return;
        }

        NextBytes(buffer.AsSpan());
    }

    public virtual void NextBytes(Span<byte> buffer)
    {
        foreach (ref var value in buffer)
        {
            value = _subtractive is null ? (byte)_xoshiro.Next() : (byte)Next();
        }
    }

    /// <summary>Fills a span with items chosen from others, each choice with the same probability.</summary>
    /// <exception cref="ArgumentException">There is nothing to choose from.</exception>
    public void GetItems<T>(ReadOnlySpan<T> choices, Span<T> destination)
    {
        if (choices.IsEmpty)
        {
            throw new ArgumentException("Span may not be empty.", nameof(choices));
        }

        foreach (ref var item in destination)
        {
            item = choices[Next(choices.Length)];
        }
    }

    /// <inheritdoc cref="GetItems{T}(ReadOnlySpan{T}, Span{T})"/>
    public T[] GetItems<T>(T[] choices, int length)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return GetItems(new ReadOnlySpan<T>(choices), length);
    }

    /// <inheritdoc cref="GetItems{T}(ReadOnlySpan{T}, Span{T})"/>
    public T[] GetItems<T>(ReadOnlySpan<T> choices, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var items = new T[length];
        GetItems(choices, items.AsSpan());
        return items;
    }

    public void Shuffle<T>(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Shuffle(values.AsSpan());
    }

    public void Shuffle<T>(Span<T> values)
    {
        for (var index = 0; index < values.Length - 1; index++)
        {
            var other = Next(index, values.Length);
            if (other != index)
            {
                (values[index], values[other]) = (values[other], values[index]);
            }
        }
    }

    /// <summary>A number from 0 to below 1. Who overrides it decides about all numbers that are not whole ones from the full range.</summary>
    protected virtual double Sample() => _subtractive is { } generator ? generator.NextDouble() : (_xoshiro.Next() >> 11) * (1.0 / (1UL << 53));

    // As many bits as the bound needs, again and again until they are below it: no number is more probable than another.
    private ulong Below(ulong bound)
    {
        if (bound <= 1)
        {
            return 0;
        }

        var shift = BitOperations.LeadingZeroCount(bound - 1);
        while (true)
        {
            var value = NextUInt64() >> shift;
            if (value < bound)
            {
                return value;
            }
        }
    }

    private ulong NextUInt64() => _subtractive is null
        ? _xoshiro.Next()
        : (uint)Next(1 << 22) | ((ulong)(uint)Next(1 << 22) << 22) | ((ulong)(uint)Next(1 << 20) << 44);

    private static ArgumentOutOfRangeException Swapped() => new("minValue", "'minValue' cannot be greater than maxValue.");

    private sealed class SubtractiveGenerator
    {
        private const int Big = int.MaxValue;
        private const int Start = 161803398;
        private const int Length = 55;

        // Index 0 is not used: the algorithm counts from 1.
        private readonly int[] _numbers = new int[Length + 1];
        private int _next;
        private int _nextLater = 21;

        public SubtractiveGenerator(int seed)
        {
            var last = Start - (seed == int.MinValue ? int.MaxValue : Math.Abs(seed));
            _numbers[Length] = last;
            var value = 1;
            for (var step = 1; step < Length; step++)
            {
                var index = 21 * step % Length;
                _numbers[index] = value;
                value = last - value;
                if (value < 0)
                {
                    value += Big;
                }

                last = _numbers[index];
            }

            for (var round = 0; round < 4; round++)
            {
                for (var index = 1; index <= Length; index++)
                {
                    var other = 1 + ((index + 30) % Length);
                    _numbers[index] = unchecked(_numbers[index] - _numbers[other]);
                    if (_numbers[index] < 0)
                    {
                        _numbers[index] += Big;
                    }
                }
            }
        }

        public int Next()
        {
            _next = _next == Length ? 1 : _next + 1;
            _nextLater = _nextLater == Length ? 1 : _nextLater + 1;
            var value = unchecked(_numbers[_next] - _numbers[_nextLater]);
            if (value == Big)
            {
                value--;
            }

            if (value < 0)
            {
                value += Big;
            }

            _numbers[_next] = value;
            return value;
        }

        public double NextDouble() => Next() * (1.0 / Big);

        // For ranges that 31 bits do not fill: from 0 to below 1 in twice as many steps.
        public double NextWide()
        {
            var value = Next();
            if (Next() % 2 == 0)
            {
                value = -value;
            }

            return (value + (double)(Big - 1)) / ((2u * Big) - 1);
        }
    }

    private struct XoshiroGenerator
    {
        private ulong _a;
        private ulong _b;
        private ulong _c;
        private ulong _d;

        public XoshiroGenerator(ulong seed)
        {
            _a = SplitMix(ref seed);
            _b = SplitMix(ref seed);
            _c = SplitMix(ref seed);
            _d = SplitMix(ref seed);
        }

        public ulong Next()
        {
            var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
            var shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = BitOperations.RotateLeft(_d, 45);
            return result;
        }

        private static ulong SplitMix(ref ulong state)
        {
            state += 0x9e3779b97f4a7c15;
            var value = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
            value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
            return value ^ (value >> 31);
        }
    }
}
