using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>What each frame of a machine is, said in the simplest way: the shadow model of the frame allocator.</summary>
internal sealed class FrameModel
{
    private readonly FrameState[] _states;
    private readonly List<ulong> _taken = [];
    private readonly Dictionary<ulong, int> _places = [];

    public FrameModel(ulong frames) => _states = new FrameState[frames];

    public IReadOnlyList<ulong> Taken => _taken;

    public ulong Frames => (ulong)_states.Length;

    public ulong Free { get; private set; }

    public ulong Total { get; private set; }

    public FrameState this[ulong number] => number < Frames ? _states[number] : FrameState.Outside;

    /// <summary>Makes the frames of a kind of region free; frame 0 stays outside.</summary>
    public void AddRegions(IEnumerable<MemoryRegion> map, MemoryRegionKind kind)
    {
        foreach (var region in map.Where(region => region.Kind == kind))
        {
            for (var number = Math.Max(region.Start / 4096, 1); number < region.End / 4096; number++)
            {
                _states[number] = FrameState.Free;
                Free++;
                Total++;
            }
        }
    }

    /// <summary>Takes a frame away for good.</summary>
    public void Remove(ulong number)
    {
        _states[number] = FrameState.Outside;
        Free--;
        Total--;
    }

    public void Take(ulong number)
    {
        _states[number] = FrameState.Taken;
        _places.Add(number, _taken.Count);
        _taken.Add(number);
        Free--;
    }

    public void Return(ulong number)
    {
        _states[number] = FrameState.Free;
        var last = _taken[^1];
        var place = _places[number];
        _taken[place] = last;
        _places[last] = place;
        _taken.RemoveAt(_taken.Count - 1);
        _places.Remove(number);
        Free++;
    }

    /// <summary>The lowest run of free frames, found by looking at each; null where there is none.</summary>
    public ulong? FindRun(ulong count, ulong alignment)
    {
        ulong length = 0;
        for (ulong number = 0; number < Frames; number++)
        {
            length = _states[number] != FrameState.Free ? 0 : length > 0 || number % alignment == 0 ? length + 1 : 0;
            if (length == count)
            {
                return number + 1 - count;
            }
        }

        return null;
    }
}
