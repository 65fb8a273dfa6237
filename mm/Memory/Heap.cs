using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Memory;

/// <summary>The heap: an allocator, a lock around it, and a source of memory from which it grows.</summary>
/// <typeparam name="TLock">What keeps it to one caller at a time; <see cref="NoLock"/> where nothing needs to.</typeparam>
/// <typeparam name="TAllocator">How its range is divided.</typeparam>
/// <typeparam name="TSource">Where its memory comes from; <see cref="FixedMemory"/> where it does not grow.</typeparam>
/// <remarks>
/// <para>
/// All three are structs, so that each composition is compiled by itself, and what its parts do is part of its own code. Compiled with the
/// symbol TARN_VERIFY, the heap checks all of the allocator's invariants before each operation.
/// </para>
/// <para>
/// It must lie where it does not move, in a static field for one, and must not be copied. Before <see cref="TryInitialize"/> every request
/// fails. Interrupt handlers must not use it unless the lock masks interrupts.
/// </para>
/// <para>
/// An entry point that should cost nothing beside the allocator is written like this: what is quick is inlined into it, and what is slow
/// is a jump to a method of its own, so that the quick way needs no stack; and the same once more for what is rare. (Whoever marks the entry
/// point as not to be inlined gets calls in place of the jumps.)
/// </para>
/// <code>
/// void* Allocate(nuint size, nuint alignment)
/// {
///     if (heap.TryAllocateQuickly(size, alignment, out var block))
///     {
///         return block;
///     }
///
///     return AllocateSlowly(size, alignment);
/// }
///
/// [MethodImpl(MethodImplOptions.NoInlining)]
/// void* AllocateSlowly(nuint size, nuint alignment)
/// {
///     var block = heap.AllocateSlowly(size, alignment);
///     if (block is not null)
///     {
///         return block;
///     }
///
///     return AllocateByGrowing(size, alignment);
/// }
///
/// [MethodImpl(MethodImplOptions.NoInlining)]
/// void* AllocateByGrowing(nuint size, nuint alignment)
/// {
///     while (heap.TryGrow(size, alignment))
///     {
///         var block = heap.AllocateSlowly(size, alignment);
///         if (block is not null)
///         {
///             return block;
///         }
///     }
///
///     return null;
/// }
///
/// void Free(void* block, nuint size, nuint alignment)
/// {
///     if (!heap.TryFreeQuickly(block, size, alignment))
///     {
///         FreeSlowly(block, size, alignment);
///     }
/// }
///
/// [MethodImpl(MethodImplOptions.NoInlining)]
/// void FreeSlowly(void* block, nuint size, nuint alignment) => heap.FreeSlowly(block, size, alignment);
/// </code>
/// </remarks>
public unsafe struct Heap<TLock, TAllocator, TSource>
    where TLock : struct, IHeapLock
    where TAllocator : struct, IHeapAllocator
    where TSource : struct, IHeapSource
{
    /// <summary>First, so that the address of the heap is that of what is used most.</summary>
    private TAllocator _allocator;

    private TLock _lock;
    private TSource _source;
    private HeapPlacement _placement;
    private nuint _size;
    private nuint _bookkeepingSize;
    private ulong _requests;
    private ulong _failures;

    /// <summary>What the heap has done and how full it is. May walk every free block.</summary>
    public HeapStatistics Statistics
    {
        get
        {
            var state = _lock.Enter();
            var statistics = new HeapStatistics
            {
                Usage = _allocator.Usage,
                Size = _size,
                MaximumSize = _placement.MaximumSize,
                Allocations = _requests - _failures,
                Failures = _failures,
            };
            _lock.Exit(state);
            return statistics;
        }
    }

    /// <summary>Gives the heap its place and commits its first memory. Called once.</summary>
    /// <param name="placement">Where it lies and how it grows.</param>
    /// <param name="source">Where its memory comes from.</param>
    /// <param name="heapLock">What keeps it to one caller at a time.</param>
    /// <returns>False, and nothing committed, where the memory was not to be had or <paramref name="placement"/> has no room.</returns>
    /// <exception cref="ArgumentException">The placement breaks its rules, or is more than the allocator can divide.</exception>
    public bool TryInitialize(in HeapPlacement placement, TSource source = default, TLock heapLock = default)
    {
        placement.Validate();
        _placement = placement;
        _source = source;
        _lock = heapLock;
        _size = 0;
        _bookkeepingSize = 0;
        _requests = 0;
        _failures = 0;
        if (placement.InitialSize == 0 || !TryCommit(placement.InitialSize, out var bookkeepingSize))
        {
            return false;
        }

        ref var allocator = ref _allocator;
        allocator.Initialize(placement.Start, placement.InitialSize, placement.Bookkeeping);
        _size = placement.InitialSize;
        _bookkeepingSize = bookkeepingSize;
        return true;
    }

    /// <summary>Takes a block.</summary>
    /// <param name="size">Bytes; 0 is treated as 1.</param>
    /// <param name="alignment">A power of two.</param>
    /// <returns>The block, with whatever contents; null where the request cannot be met, even by growing.</returns>
    public void* Allocate(nuint size, nuint alignment)
    {
        if (TryAllocateQuickly(size, alignment, out var block))
        {
            return block;
        }

        do
        {
            block = AllocateSlowly(size, alignment);
        }
        while (block is null && TryGrow(size, alignment));
        return block;
    }

    /// <summary>Gives a block back.</summary>
    /// <param name="block">What was allocated, given back once. Not null.</param>
    /// <param name="size">The size it was asked with.</param>
    /// <param name="alignment">The alignment it was asked with.</param>
    public void Free(void* block, nuint size, nuint alignment)
    {
        if (!TryFreeQuickly(block, size, alignment))
        {
            FreeSlowly(block, size, alignment);
        }
    }

    /// <summary>The first part of <see cref="Allocate"/>: a block, if one is at hand.</summary>
    /// <returns>False where <see cref="AllocateSlowly"/> must follow.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAllocateQuickly(nuint size, nuint alignment, out void* block)
    {
        VerifyFirst();
        var state = _lock.Enter();
        _requests++;
        var isDone = _allocator.TryAllocateQuickly(size, alignment, out block);
        _lock.Exit(state);
        return isDone;
    }

    /// <summary>The second part of <see cref="Allocate"/>: a block, if the heap has room for one.</summary>
    /// <returns>Null where <see cref="TryGrow"/> must follow, and then this again.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void* AllocateSlowly(nuint size, nuint alignment)
    {
        var state = _lock.Enter();
        var block = _allocator.AllocateSlowly(size, alignment);
        _lock.Exit(state);
        return block;
    }

    /// <summary>Both of the first parts once more, for a request for which blocks were freed: one of them may be at hand. It is not counted as another
    /// request.</summary>
    /// <returns>Null where there is still no room.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void* AllocateAgain(nuint size, nuint alignment)
    {
        var state = _lock.Enter();
        if (!_allocator.TryAllocateQuickly(size, alignment, out var block))
        {
            block = _allocator.AllocateSlowly(size, alignment);
        }

        _lock.Exit(state);
        return block;
    }

    /// <summary>The third part of <see cref="Allocate"/>: makes room for a request by committing more memory.</summary>
    /// <param name="size">Bytes.</param>
    /// <param name="alignment">A power of two.</param>
    /// <param name="countsFailure">Whether a request that this does not help counts as failed: not where the caller has something else to try, and calls
    /// <see cref="CountFailure"/> when that is of no use either.</param>
    /// <returns>False where growing does not help.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryGrow(nuint size, nuint alignment, bool countsFailure = true)
    {
        var state = _lock.Enter();
        // A whole step if that can be had, else just what is needed.
        var wanted = BytesFor(size, alignment);
        var hasGrown = wanted != 0 && (TryExtend(Math.Max(wanted, _placement.GrowthStep)) || TryExtend(wanted));
        if (!hasGrown && countsFailure)
        {
            _failures++;
        }

        _lock.Exit(state);
        return hasGrown;
    }

    /// <summary>Counts a request as failed: where <see cref="TryGrow"/> was told not to, and nothing else has helped.</summary>
    public void CountFailure()
    {
        var state = _lock.Enter();
        _failures++;
        _lock.Exit(state);
    }

    /// <summary>The first part of <see cref="Free"/>: gives the block back, if that is quickly done.</summary>
    /// <returns>False where <see cref="FreeSlowly"/> must follow.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFreeQuickly(void* block, nuint size, nuint alignment)
    {
        VerifyFirst();
        var state = _lock.Enter();
        var isDone = _allocator.TryFreeQuickly(block, size, alignment);
        _lock.Exit(state);
        return isDone;
    }

    /// <summary>The second part of <see cref="Free"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FreeSlowly(void* block, nuint size, nuint alignment)
    {
        var state = _lock.Enter();
        _allocator.FreeSlowly(block, size, alignment);
        _lock.Exit(state);
    }

    /// <summary>Checks every invariant of the allocator's structures.</summary>
    /// <returns>The first fault found.</returns>
    public HeapFault FindFault()
    {
        var state = _lock.Enter();
        var fault = _allocator.FindFault();
        _lock.Exit(state);
        return fault;
    }

    /// <summary><see cref="FindFault"/> for where it is wanted in some builds only: those with the symbol TARN_VERIFY.</summary>
    /// <exception cref="InvalidOperationException">An invariant is broken; the message says which, and at which address.</exception>
    [Conditional("TARN_VERIFY")]
    public void Verify() => FindFault().ThrowIfExists();

    [Conditional("TARN_VERIFY")]
    private void VerifyFirst()
    {
        if (_size != 0)
        {
            Verify();
        }
    }

    /// <summary>Bytes by which to grow, in whole pages, so that a request is met whatever is in use; 0 where no growth can help.</summary>
    private readonly nuint BytesFor(nuint size, nuint alignment)
    {
        // Each is compared by itself first, so that the sum cannot wrap around.
        if (_size == 0 || !HeapGranule.IsAlignment(alignment) || size > _placement.MaximumSize || alignment > _placement.MaximumSize)
        {
            return 0;
        }

        // What the bound leaves may join free memory at the end of the range, so it is worth a try even if it is less than is wanted.
        var left = _placement.MaximumSize - _size;
        var wanted = HeapPlacement.RoundUpToPages(Math.Max(size, 1) + (alignment > HeapGranule.Size ? alignment : 0));
        if (wanted <= left || left == 0)
        {
            return Math.Min(wanted, left);
        }

        return CanHelp(left, size, alignment) ? left : 0;
    }

    /// <summary>Whether a request might be met with what the bound leaves: not where all free memory together is too little, or no block of that
    /// alignment fits below the bound.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool CanHelp(nuint left, nuint size, nuint alignment) =>
        size <= left + _allocator.Usage.FreeBytes
            && HeapGranule.PaddingBefore((nuint)_placement.Start, alignment) <= _placement.MaximumSize - size;

    private bool TryExtend(nuint bytes)
    {
        bytes = Math.Min(bytes, _placement.MaximumSize - _size);
        if (!TryCommit(bytes, out var bookkeepingSize))
        {
            return false;
        }

        if (!_allocator.TryExtend(bytes))
        {
            Decommit(bytes, bookkeepingSize);
            return false;
        }

        _size += bytes;
        _bookkeepingSize = bookkeepingSize;
        return true;
    }

    /// <summary>Commits memory above the range, and the bookkeeping for the longer range; both or neither.</summary>
    private bool TryCommit(nuint bytes, out nuint bookkeepingSize)
    {
        bookkeepingSize = HeapPlacement.RoundUpToPages(TAllocator.BookkeepingSize(_size + bytes));
        var bookkeeping = bookkeepingSize - _bookkeepingSize;
        if (bookkeeping != 0 && !_source.TryCommit(_placement.Bookkeeping + _bookkeepingSize, bookkeeping))
        {
            return false;
        }

        if (_source.TryCommit(_placement.Start + _size, bytes))
        {
            return true;
        }

        if (bookkeeping != 0)
        {
            _source.Decommit(_placement.Bookkeeping + _bookkeepingSize, bookkeeping);
        }

        return false;
    }

    private void Decommit(nuint bytes, nuint bookkeepingSize)
    {
        _source.Decommit(_placement.Start + _size, bytes);
        if (bookkeepingSize != _bookkeepingSize)
        {
            _source.Decommit(_placement.Bookkeeping + _bookkeepingSize, bookkeepingSize - _bookkeepingSize);
        }
    }
}
