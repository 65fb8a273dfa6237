using System.Runtime.InteropServices;
using Tarn.Collecting;

namespace Tarn.Tests.Host.Memory;

/// <summary>A range of memory with objects of types that the compiler might have made, and a collector for them.</summary>
internal sealed unsafe class SimulatedObjects : IDisposable
{
    /// <summary>Bytes of a block that a type takes, with what stands before it.</summary>
    private const int TypeSize = 256, TypeOffset = 128;

    private const uint HasComponents = 0x8000_0000, ContainsReferences = 0x0100_0000;

    private readonly List<nint> _allocations = [];
    private readonly byte* _range;
    private nuint _used;

    public SimulatedObjects(nuint rangeSize, nuint stackSize)
    {
        _range = Allocate(rangeSize);
        Heap.Initialize(_range, Allocate(rangeSize / 64), Allocate(rangeSize / 64), Allocate((rangeSize / 4096) + 8), Allocate(stackSize), stackSize);
        Heap.Extend(rangeSize);

        // A leaf; an object of two runs: three references and one; an array of references; an array of (reference, number, two references).
        Leaf = MakeType(0, 32);
        Node = MakeType(ContainsReferences, 64, (40, 8 - 64), (8, 24 - 64));
        References = MakeType(ContainsReferences | HasComponents | 8, 24, (16, -24));
        Structs = MakeStructs();
    }

    public ObjectHeap Heap;

    public nuint Leaf { get; }

    public nuint Node { get; }

    public nuint References { get; }

    public nuint Structs { get; }

    public Dictionary<nuint, nuint> Blocks { get; } = [];

    public nuint End => (nuint)_range + _used;

    public nuint Start => (nuint)_range;

    /// <summary>An object; its length counts where it is an array.</summary>
    public nuint Make(nuint type, int length = 0)
    {
        nuint size = ((uint*)type)[1];
        if ((*(uint*)type & HasComponents) != 0)
        {
            size += (*(uint*)type & 0xFFFF) * (nuint)length;
        }

        var block = _range + _used;
        _used += size;
        NativeMemory.Clear(block, size);
        Heap.Note(block);
        Blocks.Add((nuint)block, size);
        var reference = (nuint)block + 8;
        *(nuint*)reference = type;
        if ((*(uint*)type & HasComponents) != 0)
        {
            *(int*)(reference + 8) = length;
        }

        return reference;
    }

    /// <summary>Memory in the range that is no object.</summary>
    public void Skip(nuint size) => _used += size;

    /// <summary>The addresses of all references in an object.</summary>
    public IEnumerable<nuint> Slots(nuint reference)
    {
        var type = Read(reference);
        var length = (int)(uint)Read(reference + 8);
        int[] offsets = type == Node ? [8, 16, 24, 40]
            : type == References ? [.. Enumerable.Range(0, length).Select(index => 16 + (8 * index))]
            : type == Structs ? [.. Enumerable.Range(0, length).SelectMany(index => new[] { 16, 32, 40 }.Select(offset => offset + (32 * index)))]
            : [];
        return offsets.Select(offset => reference + (nuint)offset);
    }

    public static nuint Read(nuint address) => *(nuint*)address;

    public static void Write(nuint address, nuint value) => *(nuint*)address = value;

    public void Dispose()
    {
        foreach (var allocation in _allocations)
        {
            NativeMemory.AlignedFree((void*)allocation);
        }
    }

    private nuint MakeStructs()
    {
        var type = MakeType(ContainsReferences | HasComponents | 32, 24);
        ((nint*)type)[-1] = -2;
        ((nint*)type)[-2] = 16;

        // One reference, eight bytes without; two references, none without: the first pair stands highest.
        ((uint*)type)[-6] = 1;
        ((uint*)type)[-5] = 8;
        ((uint*)type)[-8] = 2;
        ((uint*)type)[-7] = 0;
        return type;
    }

    /// <summary>A type, with its runs of references: where each begins, and its bytes less those of the object.</summary>
    private nuint MakeType(uint flags, uint baseSize, params (nint Offset, nint Size)[] runs)
    {
        var type = (nuint)(Allocate(TypeSize) + TypeOffset);
        ((uint*)type)[0] = flags;
        ((uint*)type)[1] = baseSize;
        ((nint*)type)[-1] = runs.Length;
        for (var index = 0; index < runs.Length; index++)
        {
            ((nint*)type)[-2 - (2 * index)] = runs[index].Offset;
            ((nint*)type)[-3 - (2 * index)] = runs[index].Size;
        }

        return type;
    }

    private byte* Allocate(nuint size)
    {
        var memory = NativeMemory.AlignedAlloc(size, 4096);
        NativeMemory.Clear(memory, size);
        _allocations.Add((nint)memory);
        return (byte*)memory;
    }
}
