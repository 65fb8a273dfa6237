using System.Collections.Generic;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.InteropServices;

namespace System;

/// <summary>Combines the hash codes of several values into one.</summary>
/// <remarks>
/// The method is xxHash32 (Yann Collet) over the 32-bit hash codes, as in .NET. .NET draws the seed at random for each process; here it is
/// fixed, so that a kernel behaves the same at each boot. Do not rely on the codes.
/// </remarks>
public struct HashCode
{
    private const uint Seed = 0;
    private const uint Prime1 = 2654435761;
    private const uint Prime2 = 2246822519;
    private const uint Prime3 = 3266489917;
    private const uint Prime4 = 668265263;
    private const uint Prime5 = 374761393;

    // Four lanes take the values in turn, the fourth of each round with all four that wait in the queue.
    private uint _lane1;
    private uint _lane2;
    private uint _lane3;
    private uint _lane4;
    private uint _queue1;
    private uint _queue2;
    private uint _queue3;
    private uint _count;

    public void Add<T>(T value) => AddHash((uint)(value?.GetHashCode() ?? 0));

    public void Add<T>(T value, IEqualityComparer<T>? comparer) =>
        AddHash((uint)(value is null ? 0 : comparer?.GetHashCode(value) ?? value.GetHashCode()));

    public void AddBytes(ReadOnlySpan<byte> value)
    {
        while (value.Length >= sizeof(int))
        {
            AddHash(MemoryMarshal.Read<uint>(value));
            value = value[sizeof(int)..];
        }

        foreach (var rest in value)
        {
            AddHash(rest);
        }
    }

    public readonly int ToHashCode()
    {
        var hash = _count < 4 ? Seed + Prime5 : MixLanes(_lane1, _lane2, _lane3, _lane4);
        hash += _count * sizeof(int);
        var queued = _count % 4;
        hash = queued > 0 ? MixQueued(hash, _queue1) : hash;
        hash = queued > 1 ? MixQueued(hash, _queue2) : hash;
        hash = queued > 2 ? MixQueued(hash, _queue3) : hash;
        return (int)MixFinal(hash);
    }

    public static int Combine<T1>(T1 value1)
    {
        var code = default(HashCode);
        code.Add(value1);
        return code.ToHashCode();
    }

    public static int Combine<T1, T2>(T1 value1, T2 value2)
    {
        var code = default(HashCode);
        code.Add(value1);
        code.Add(value2);
        return code.ToHashCode();
    }

    public static int Combine<T1, T2, T3>(T1 value1, T2 value2, T3 value3)
    {
        var code = default(HashCode);
        code.Add(value1);
        code.Add(value2);
        code.Add(value3);
        return code.ToHashCode();
    }

    public static int Combine<T1, T2, T3, T4>(T1 value1, T2 value2, T3 value3, T4 value4)
    {
        var code = default(HashCode);
        code.Add(value1);
        code.Add(value2);
        code.Add(value3);
        code.Add(value4);
        return code.ToHashCode();
    }

    public static int Combine<T1, T2, T3, T4, T5>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5)
    {
        var code = default(HashCode);
        code.Add(value1);
        code.Add(value2);
        code.Add(value3);
        code.Add(value4);
        code.Add(value5);
        return code.ToHashCode();
    }

    public static int Combine<T1, T2, T3, T4, T5, T6>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6)
    {
        var code = default(HashCode);
        code.Add(value1);
        code.Add(value2);
        code.Add(value3);
        code.Add(value4);
        code.Add(value5);
        code.Add(value6);
        return code.ToHashCode();
    }

    public static int Combine<T1, T2, T3, T4, T5, T6, T7>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7)
    {
        var code = default(HashCode);
        code.Add(value1);
        code.Add(value2);
        code.Add(value3);
        code.Add(value4);
        code.Add(value5);
        code.Add(value6);
        code.Add(value7);
        return code.ToHashCode();
    }

    public static int Combine<T1, T2, T3, T4, T5, T6, T7, T8>(
        T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7, T8 value8)
    {
        var code = default(HashCode);
        code.Add(value1);
        code.Add(value2);
        code.Add(value3);
        code.Add(value4);
        code.Add(value5);
        code.Add(value6);
        code.Add(value7);
        code.Add(value8);
        return code.ToHashCode();
    }

    // .NET forbids both: a HashCode that is a key or compared is a mistake.
#pragma warning disable CS0809
    [Obsolete("A HashCode has no hash code of its own: call ToHashCode for the one it computes.", true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override readonly int GetHashCode() => throw new NotSupportedException("A HashCode has no hash code of its own.");

    [Obsolete("HashCodes are not to be compared.", true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override readonly bool Equals(object? obj) => throw new NotSupportedException("HashCodes are not to be compared.");
#pragma warning restore CS0809

    private void AddHash(uint value)
    {
        switch (_count++ % 4)
        {
            case 0:
                _queue1 = value;
                break;
            case 1:
                _queue2 = value;
                break;
            case 2:
                _queue3 = value;
                break;
            default:
                if (_count == 4)
                {
                    _lane1 = unchecked(Seed + Prime1 + Prime2);
                    _lane2 = Seed + Prime2;
                    _lane3 = Seed;
                    _lane4 = unchecked(Seed - Prime1);
                }

                _lane1 = MixLane(_lane1, _queue1);
                _lane2 = MixLane(_lane2, _queue2);
                _lane3 = MixLane(_lane3, _queue3);
                _lane4 = MixLane(_lane4, value);
                break;
        }
    }

    private static uint MixLane(uint lane, uint input) => BitOperations.RotateLeft(lane + (input * Prime2), 13) * Prime1;

    private static uint MixLanes(uint lane1, uint lane2, uint lane3, uint lane4) =>
        BitOperations.RotateLeft(lane1, 1) + BitOperations.RotateLeft(lane2, 7)
        + BitOperations.RotateLeft(lane3, 12) + BitOperations.RotateLeft(lane4, 18);

    private static uint MixQueued(uint hash, uint queued) => BitOperations.RotateLeft(hash + (queued * Prime3), 17) * Prime4;

    private static uint MixFinal(uint hash)
    {
        hash ^= hash >> 15;
        hash *= Prime2;
        hash ^= hash >> 13;
        hash *= Prime3;
        return hash ^ (hash >> 16);
    }
}
