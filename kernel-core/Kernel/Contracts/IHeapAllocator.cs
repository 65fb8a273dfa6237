namespace Tarn.Kernel;

/// <summary>A policy for dividing a range of memory into blocks: what stands under <c>new</c>.</summary>
/// <remarks>
/// <para>
/// It is taken as a struct type argument (<c>Heap&lt;TLock, TAllocator, TSource&gt;</c>), so that its calls are direct and an allocator
/// that is not chosen is not in the image. It sees sizes and alignments and knows nothing of objects. It takes no lock: one caller at a
/// time, and no interrupt handler. It allocates nothing itself.
/// </para>
/// <para>What every implementation promises:</para>
/// <list type="bullet">
/// <item>A block lies inside the range, starts at a multiple of its alignment and of <see cref="HeapGranule.Size"/>, and overlaps no other
/// block that is in use. Whole granules belong to it.</item>
/// <item>A request that cannot be met changes nothing and returns null, be it for want of room, because its size is larger than any range
/// could be, or because its alignment is not a power of two.</item>
/// <item>Any power of two is an alignment, also beyond a page. A size of 0 is one of 1: its block has an address of its own.</item>
/// <item>Before <see cref="Initialize"/>, no request is met.</item>
/// <item>Bookkeeping is written only into free memory of the range, into the memory given for it, and into the struct itself.</item>
/// <item>Compiled with the symbol DEBUG, freeing throws a <see cref="HeapMisuseException"/> when it is given what is not a block
/// in use of that size: a double free, a foreign pointer, a wrong size. Without it, such a call is undefined.</item>
/// </list>
/// <para>
/// What happens to a block that was freed is what tells them apart: <see cref="Reuse"/> says it in a word, and each one in full.
/// </para>
/// </remarks>
public unsafe interface IHeapAllocator
{
    /// <summary>What a person calls it, in lower case with dashes, as in the names of images: <c>fixed-size-block</c>.</summary>
    static abstract string Name { get; }

    /// <summary>When it hands out again what was freed.</summary>
    static abstract HeapReuse Reuse { get; }

    /// <summary>
    /// Bytes beside the range that the allocator wants for its bookkeeping on a range of <paramref name="rangeSize"/> bytes.
    /// </summary>
    /// <param name="rangeSize">Bytes; a multiple of <see cref="HeapGranule.Size"/>.</param>
    /// <returns>A multiple of 8; never less for a longer range.</returns>
    static virtual nuint BookkeepingSize(nuint rangeSize) => 0;

    /// <summary>Gives the allocator its memory, all of it free. Forgets whatever it had before.</summary>
    /// <param name="start">First byte of the range; a multiple of <see cref="HeapGranule.Size"/>.</param>
    /// <param name="size">Bytes; a multiple of <see cref="HeapGranule.Size"/>, above 0.</param>
    /// <param name="bookkeeping"><see cref="BookkeepingSize"/> bytes, aligned to 8, outside the range; ignored where that is 0.</param>
    /// <exception cref="System.ArgumentException">
    /// The range breaks one of these rules, or is larger than the allocator can divide.
    /// </exception>
    void Initialize(byte* start, nuint size, byte* bookkeeping);

    /// <summary>Adds the memory directly above the range to it. May be called at any time, whatever is in use.</summary>
    /// <param name="size">
    /// Bytes; a multiple of <see cref="HeapGranule.Size"/>. They are usable, and so is the bookkeeping memory for the longer range.
    /// </param>
    /// <returns>False, and nothing changed, where the range would be larger than the allocator can divide.</returns>
    /// <exception cref="System.ArgumentException"><paramref name="size"/> is not a multiple of <see cref="HeapGranule.Size"/>.</exception>
    bool TryExtend(nuint size);

    /// <summary>Takes a block if one is at hand: the first half of an allocation, which heaps inline.</summary>
    /// <param name="size">Bytes; 0 is treated as 1.</param>
    /// <param name="alignment">A power of two.</param>
    /// <param name="block">The block, with whatever contents.</param>
    /// <returns>False, and nothing changed, where <see cref="AllocateSlowly"/> must be asked. That may be the answer at any time.</returns>
    bool TryAllocateQuickly(nuint size, nuint alignment, out void* block);

    /// <summary>
    /// Takes a block: the second half of an allocation. <see cref="TryAllocateQuickly"/> has just said no to the same request.
    /// </summary>
    /// <param name="size">Bytes; 0 is treated as 1.</param>
    /// <param name="alignment">A power of two.</param>
    /// <returns>The block, with whatever contents; null where the request cannot be met.</returns>
    void* AllocateSlowly(nuint size, nuint alignment);

    /// <summary>Gives a block back if that is quickly done: the first half of freeing, which heaps inline.</summary>
    /// <param name="block">What was allocated, given back once. Not null.</param>
    /// <param name="size">The size it was asked with.</param>
    /// <param name="alignment">The alignment it was asked with.</param>
    /// <returns>False, and nothing changed, where <see cref="FreeSlowly"/> must be asked. That may be the answer at any time.</returns>
    bool TryFreeQuickly(void* block, nuint size, nuint alignment);

    /// <summary>Gives a block back: the second half of freeing. <see cref="TryFreeQuickly"/> has just said no to the same block.</summary>
    /// <param name="block">What was allocated, given back once. Not null.</param>
    /// <param name="size">The size it was asked with.</param>
    /// <param name="alignment">The alignment it was asked with.</param>
    void FreeSlowly(void* block, nuint size, nuint alignment);

    /// <summary>How full the range is. Computed when it is asked for: it may walk every free block.</summary>
    HeapUsage Usage { get; }

    /// <summary>Checks every invariant of the allocator's structures, changing nothing. It may walk the whole range.</summary>
    /// <returns>The first fault found; <see cref="HeapFaultKind.None"/> where there is none.</returns>
    /// <remarks><see cref="HeapVerification.Verify"/> is the form that costs nothing in builds which do not ask for it.</remarks>
    HeapFault FindFault();
}
