using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>Frames for tests: knows which are out, refuses wrong ones, and runs dry when a test wants it to.</summary>
internal sealed class FramePool(ulong frames)
{
    private readonly HashSet<ulong> _taken = [];
    private readonly Queue<ulong> _freed = new();
    private ulong _next = 1;

    /// <summary>How many frames are out.</summary>
    public int Taken => _taken.Count;

    /// <summary>How many frames can still be taken until requests fail.</summary>
    public long Allowance { get; set; } = long.MaxValue;

    public bool IsTaken(ulong number) => _taken.Contains(number);

    public bool TryAllocate(out PhysicalFrame<Size4KiB> frame)
    {
        frame = default;
        if (Allowance == 0 || (_freed.Count == 0 && _next == frames))
        {
            return false;
        }

        Allowance--;
        var number = _freed.Count > 0 ? _freed.Dequeue() : _next++;
        _taken.Add(number);
        frame = PhysicalFrame<Size4KiB>.Truncate(number << 12);
        return true;
    }

    public void Free(PhysicalFrame<Size4KiB> frame)
    {
        if (!_taken.Remove(frame.Number))
        {
            throw new FrameMisuseException("not taken", frame);
        }

        _freed.Enqueue(frame.Number);
    }
}
