using System;
using System.Diagnostics.CodeAnalysis;
using Tarn.Kernel;

namespace Tarn;

/// <summary>What an owner consists of: the address of its block. In DEBUG builds it knows as well whether it was ended.</summary>
/// <remarks>Its copies are the same handle: they end together.</remarks>
internal readonly unsafe struct BlockHandle
{
    private readonly void* _block;
#if DEBUG
    private readonly HandleTicket _ticket;
#endif

    private BlockHandle(void* block, HandleTicket ticket)
    {
        _block = block;
#if DEBUG
        _ticket = ticket;
#endif
    }

    /// <summary>Whether it never had a block.</summary>
    internal bool IsEmpty => _block is null;

    /// <summary>The block.</summary>
    /// <exception cref="ObjectDisposedException">The handle has ended or is empty. Only in DEBUG builds.</exception>
    internal void* Block
    {
        get
        {
            if (IsChecked && !Ticket.IsValid)
            {
                ThrowVoid();
            }

            return _block;
        }
    }

#if DEBUG
    private static bool IsChecked => true;

    private HandleTicket Ticket => _ticket;
#else
    private static bool IsChecked => false;

    private static HandleTicket Ticket => default;
#endif

    /// <summary>Takes a block from the heap.</summary>
    /// <returns>False where there is no memory; nothing has changed then.</returns>
    internal static bool TryAllocate(nuint size, nuint alignment, out BlockHandle handle)
    {
        handle = default;
        if (!HeapMemory.TryAllocate(size, alignment, out var block))
        {
            return false;
        }

        HandleTicket ticket = default;
        if (IsChecked && !HandleTicket.TryIssue(out ticket))
        {
            HeapMemory.Free(block, size, alignment);
            return false;
        }

        handle = new BlockHandle(block, ticket);
        return true;
    }

    /// <summary>Another handle of the same block, which ends by itself.</summary>
    /// <exception cref="ObjectDisposedException">This handle has ended or is empty. Only in DEBUG builds.</exception>
    internal BlockHandle Share()
    {
        var block = Block;
        HandleTicket ticket = default;
        if (IsChecked && !HandleTicket.TryIssue(out ticket))
        {
            HeapMemory.ThrowOutOfMemory();
        }

        return new BlockHandle(block, ticket);
    }

    /// <summary>Ends the handle and all its copies. The block stays.</summary>
    /// <returns>The block.</returns>
    /// <exception cref="ObjectDisposedException">The handle has ended already or is empty. Only in DEBUG builds.</exception>
    internal void* End()
    {
        var block = Block;
        if (IsChecked)
        {
            Ticket.Return();
        }

        return block;
    }

    [DoesNotReturn]
    private static void ThrowVoid() => throw new ObjectDisposedException(null, "A value was used, or given up, through an owner that has none any more.");
}
