// stackalloc of a known and an unknown length, and a fixed buffer: code with a cookie that guards the frame.
using System;
using System.Runtime;

internal static unsafe class StackAllocation
{
    [RuntimeExport("contract_unknown")]
    public static int Unknown(int count)
    {
        var bytes = stackalloc byte[count];
        return Sum(bytes, count);
    }

    [RuntimeExport("contract_span")]
    public static int SpanOfKnownLength()
    {
        Span<int> numbers = stackalloc int[8];
        numbers.Fill(3);
        return numbers[5];
    }

    [RuntimeExport("contract_fixed")]
    public static int Fixed(int index)
    {
        Buffer buffer = default;
        buffer.Bytes[index & 63] = 1;
        return Sum(buffer.Bytes, 64);
    }

    private static int Sum(byte* bytes, int count)
    {
        var sum = 0;
        for (var index = 0; index < count; index++)
        {
            sum += bytes[index];
        }

        return sum;
    }

    private struct Buffer
    {
        public fixed byte Bytes[64];
    }
}
