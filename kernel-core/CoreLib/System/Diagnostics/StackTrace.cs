using System.Runtime;
using System.Runtime.CompilerServices;

namespace System.Diagnostics;

/// <summary>Who called whom: of this moment, or on the way of an exception.</summary>
/// <remarks>In an image without an unwinder it is empty. Frames are those of the machine: what the compiler has inlined is in its caller's.</remarks>
public unsafe class StackTrace
{
    public const int METHODS_TO_SKIP = 0;

    /// <summary>Callers beyond that are left out.</summary>
    private const int MaximumFrames = 64;

    /// <summary>How many registers there is room for: the kernel's epitaph has as many.</summary>
    private const int MaximumRegisters = 32;

    private readonly nint[] _addresses;

    /// <summary>The caller and its callers.</summary>
    // Not inlined: then the first frame is this one's, and left out.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public StackTrace()
    {
        _addresses = Capture(skipFrames: 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public StackTrace(bool fNeedFileInfo)
    {
        _addresses = Capture(skipFrames: 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public StackTrace(int skipFrames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skipFrames);
        _addresses = Capture(skipFrames + 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public StackTrace(int skipFrames, bool fNeedFileInfo)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skipFrames);
        _addresses = Capture(skipFrames + 1);
    }

    /// <summary>The methods that an exception went through.</summary>
    public StackTrace(Exception e)
    {
        ArgumentNullException.ThrowIfNull(e);
        _addresses = new nint[Math.Min(e.FrameCount, Exception.MaximumFrames)];
        for (var i = 0; i < _addresses.Length; i++)
        {
            _addresses[i] = e.GetFrameAddress(i);
        }
    }

    public StackTrace(Exception e, bool fNeedFileInfo)
        : this(e)
    {
    }

    public virtual int FrameCount => _addresses.Length;

    internal ReadOnlySpan<nint> Addresses => _addresses;

    public virtual StackFrame? GetFrame(int index) =>
        (uint)index < (uint)_addresses.Length ? new StackFrame(_addresses[index]) : null;

    public virtual StackFrame[] GetFrames()
    {
        var frames = new StackFrame[_addresses.Length];
        for (var i = 0; i < frames.Length; i++)
        {
            frames[i] = new StackFrame(_addresses[i]);
        }

        return frames;
    }

    /// <summary>A line for each frame, and a line break at the end.</summary>
    public override string ToString() => _addresses.Length == 0 ? "" : string.Concat(StackTraceText.Of(this), "\n");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint[] Capture(int skipFrames)
    {
        // This method is the first frame.
        skipFrames++;
        var registers = stackalloc ulong[MaximumRegisters];
        CaptureRegisters(registers);
        var addresses = stackalloc nint[MaximumFrames];
        var count = Math.Max(WalkStack(registers, addresses, MaximumFrames) - skipFrames, 0);
        return new ReadOnlySpan<nint>(addresses + skipFrames, count).ToArray();
    }

    /// <summary>Stores the caller's registers, in the architecture's order.</summary>
    [RuntimeImport("*", "tarn_capture_registers")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern int CaptureRegisters(ulong* registers);

    /// <summary>Stores for a frame and each of its callers an address inside of the instruction that it is at.</summary>
    /// <returns>How many; 0 without an unwinder.</returns>
    [RuntimeImport("*", "tarn_walk_stack")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern int WalkStack(ulong* registers, nint* addresses, int capacity);
}
