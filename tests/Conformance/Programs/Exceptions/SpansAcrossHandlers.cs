using System;

namespace Tarn.Conformance;

/// <summary>Spans, references to locals, and buffers on the stack across throws.</summary>
public static class SpansAcrossHandlers
{
    private static void Fill(Span<int> numbers, int limit)
    {
        for (var index = 0; ; index++)
        {
            numbers[index] = index == limit ? throw new InvalidOperationException() : index * index;
        }
    }

    public static void Run()
    {
        Span<int> buffer = stackalloc int[8];
        var total = 0;
        ref var reference = ref total;
        foreach (var limit in new[] { 3, 20, 8, 0 })
        {
            buffer.Clear();
            try
            {
                Fill(buffer[1..], limit);
            }
            catch (InvalidOperationException)
            {
                reference += 100;
            }
            catch (IndexOutOfRangeException)
            {
                reference += 1;
            }

            foreach (var number in buffer)
            {
                reference += number;
            }

            Console.WriteLine($"{limit}: {total} {buffer[7]}");
        }
    }
}
