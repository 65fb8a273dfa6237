using System;
using System.Collections.Generic;
using System.Runtime;
using Tarn.Image;

namespace OwnAllocator;

/// <summary>Lets the heap work, and says how full it is.</summary>
internal static class Program
{
    [RuntimeExport("tarn_main")]
    private static void Main(nint requests)
    {
        var machine = Machine.Boot(requests);
        Console.WriteLine($"The heap is {KernelHeap.AllocatorName}");
        var words = new List<string>();
        for (var number = 1; number <= 1000; number++)
        {
            words.Add($"number {number}");
        }

        Console.WriteLine($"{words.Count} strings, the last is '{words[^1]}'");
        Console.WriteLine($"{KernelHeap.Statistics.Allocations} blocks use {KernelHeap.Statistics.Usage.UsedBytes / 1024} KiB");
        Console.WriteLine($"Whole: {KernelHeap.FindFault().Kind == Tarn.Kernel.HeapFaultKind.None}");
        machine.Run();
    }
}
