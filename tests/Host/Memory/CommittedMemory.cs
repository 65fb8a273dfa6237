using System.Runtime.InteropServices;
using Tarn.Memory;

namespace Tarn.Tests.Host.Memory;

/// <summary>Two windows of addresses, and which of their pages are committed. A page that is not is full of rubbish.</summary>
internal sealed unsafe class CommittedMemory : IDisposable
{
    private const int PageSize = (int)HeapPlacement.PageSize;

    private readonly byte* _memory;
    private readonly bool[] _pages;
    private readonly int _rangePages;

    /// <summary>Makes the windows.</summary>
    /// <param name="rangePages">Pages of the range's window.</param>
    /// <param name="bookkeepingPages">Pages of the bookkeeping's.</param>
    public CommittedMemory(int rangePages, int bookkeepingPages)
    {
        _rangePages = rangePages;
        _pages = new bool[rangePages + bookkeepingPages];
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)(_pages.Length * PageSize), PageSize);
        NativeMemory.Fill(_memory, (nuint)(_pages.Length * PageSize), 0xA5);
    }

    /// <summary>First byte of the range's window.</summary>
    public byte* Range => _memory;

    /// <summary>First byte of the bookkeeping's window.</summary>
    public byte* Bookkeeping => _memory + (_rangePages * PageSize);

    /// <summary>How often memory may still be committed before that fails.</summary>
    public int CommitsUntilFailure { get; set; } = int.MaxValue;

    /// <summary>The most bytes that can be committed at once.</summary>
    public nuint LargestCommit { get; set; } = nuint.MaxValue;

    /// <summary>How often memory was asked for.</summary>
    public int Requests { get; private set; }

    /// <summary>Told of each request, before it is met.</summary>
    public Action OnRequest { get; set; } = () => { };

    /// <summary>Bytes of the range that are committed, which must be the first.</summary>
    public nuint CommittedRange => CountFrom(0, _rangePages);

    /// <summary>Bytes of the bookkeeping that are committed, which must be the first.</summary>
    public nuint CommittedBookkeeping => CountFrom(_rangePages, _pages.Length);

    public bool TryCommit(byte* start, nuint size)
    {
        Requests++;
        OnRequest();
        if (CommitsUntilFailure == 0 || size > LargestCommit)
        {
            return false;
        }

        CommitsUntilFailure--;
        Mark(start, size, isCommitted: true);
        return true;
    }

    public void Decommit(byte* start, nuint size) => Mark(start, size, isCommitted: false);

    public void Dispose() => NativeMemory.AlignedFree(_memory);

    private void Mark(byte* start, nuint size, bool isCommitted)
    {
        var first = (start - _memory) / PageSize;
        if ((start - _memory) % PageSize != 0 || size == 0 || size % PageSize != 0)
        {
            throw new InvalidOperationException($"{size} bytes at 0x{(nuint)start:x} are not pages");
        }

        for (var page = first; page < first + (long)(size / PageSize); page++)
        {
            if (_pages[page] == isCommitted)
            {
                throw new InvalidOperationException($"page {page} is {(isCommitted ? "committed already" : "not committed")}");
            }

            _pages[page] = isCommitted;
        }
    }

    private nuint CountFrom(int first, int end)
    {
        var pages = _pages.AsSpan(first..end);
        var count = pages.IndexOf(false) is >= 0 and var index ? index : pages.Length;
        if (pages[count..].Contains(true))
        {
            throw new InvalidOperationException("there is a hole in what is committed");
        }

        return (nuint)(count * PageSize);
    }
}
