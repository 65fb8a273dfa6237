using System;

namespace Tarn.Monitor;

/// <summary><c>mem</c>: frames, heap, allocator, and what is live.</summary>
public sealed class MemoryCommand(IMemoryReport memory) : MonitorCommand
{
    private const int KibiBytesOfFrame = 4;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "mem"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "shows frames of memory, the heap, and what is live in it"u8;

    /// <inheritdoc/>
    public override void Run(CommandArguments arguments)
    {
        var usage = memory.HeapUsage;
        Console.WriteLine($"frames     {memory.FreeFrames} of {memory.TotalFrames} free, {memory.FreeFrames * KibiBytesOfFrame} KiB");
        Console.WriteLine($"heap       {memory.HeapSize} bytes mapped, {memory.HeapMaximumSize} at most");
        Console.WriteLine($"allocator  {memory.AllocatorName}: {memory.Allocations} requests met, {memory.FailedAllocations} refused");
        Console.WriteLine($"live       {usage.UsedBytes} bytes; up to {usage.HighWaterMark} bytes from the start so far");
        Console.WriteLine($"free       {usage.FreeBytes} bytes, {usage.LargestFreeBlock} of them in one piece");
        if (memory.HasCollector)
        {
            Console.WriteLine($"collected  {memory.Collections} times; the last time {memory.KeptObjects} objects stayed, {memory.SweptBytes} bytes went, {memory.KeptBytes} were in use after it");
        }

        Console.Write($"verified   {memory.FindHeapFault().Message}");
        var fault = memory.FindObjectFault();
        if (fault != 0)
        {
            Console.WriteLine($"; the collector's bitmaps are wrong at 0x{fault:x}");
        }
        else
        {
            Console.WriteLine(memory.HasCollector ? ", and the collector's bitmaps" : string.Empty);
        }
    }
}
