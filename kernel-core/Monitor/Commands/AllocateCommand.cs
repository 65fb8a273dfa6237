using System;
using Tarn.Kernel;

namespace Tarn.Monitor;

/// <summary><c>alloc</c>: takes blocks from the heap, says where they are, and frees them.</summary>
/// <remarks>What the allocator makes of that is its own: bump has the memory back when nothing is in use.</remarks>
public sealed unsafe class AllocateCommand : MonitorCommand
{
    private const ulong Alignment = 8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "alloc"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Parameters => "[BYTES]..."u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "takes blocks of some sizes (64, 0x40, 4K, 2M) and frees them"u8;

    private static ReadOnlySpan<ulong> UsualSizes => [16, 64, 256, 1024, 4096, 65536];

    /// <inheritdoc/>
    public override void Run(CommandArguments arguments)
    {
        if (!arguments.TryTakeWord(out var word))
        {
            foreach (var size in UsualSizes)
            {
                Try(size);
            }

            return;
        }

        do
        {
            if (CommandArguments.TryReadSize(word, out var size))
            {
                Try(size);
            }
            else
            {
                Console.WriteLine($"'{word}' is no size.");
            }
        }
        while (arguments.TryTakeWord(out word));
    }

    private static void Try(ulong size)
    {
        if (HeapMemory.TryAllocate((nuint)size, (nuint)Alignment, out var block))
        {
            Console.WriteLine($"{size} bytes at 0x{(ulong)block:x}, and freed");
            HeapMemory.Free(block, (nuint)size, (nuint)Alignment);
        }
        else
        {
            Console.WriteLine($"{size} bytes: there is no room");
        }
    }
}
