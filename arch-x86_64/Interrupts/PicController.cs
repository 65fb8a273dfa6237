using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>The machine's interrupt controllers and who is behind their 16 lines. <see cref="TryOpen"/> makes it; drivers are handed
/// it.</summary>
/// <remarks>The pair of controllers belongs to the kernel for its whole life: interrupts find it in statics of this type, which nobody
/// else sees.</remarks>
public readonly unsafe struct PicController : IInterruptController
{
    private static Pic8259<PortSpace> s_pic;
    private static ushort s_claimed;
    private static LineCounts s_counts;

    /// <summary>How many lines there are.</summary>
    public static int LineCount => Pic8259<PortSpace>.LineCount;

    /// <summary>How many spurious interrupts there were, of lines 7 and 15 together.</summary>
    public static uint SpuriousCount => s_pic.SpuriousCount;

    /// <summary>How many interrupts of a line have been served, spurious ones apart.</summary>
    /// <param name="line">The line; one that there is not has none.</param>
    public static ulong CountOf(int line) => IsLine(line) ? s_counts.Served[line] : 0;

    /// <summary>Whether a handler has claimed the line.</summary>
    /// <param name="line">The line; one that there is not is nobody's.</param>
    public static bool IsClaimed(int line) => IsLine(line) && (s_claimed & 1 << line) != 0;

    /// <summary>Brings the controllers up, every line masked.</summary>
    /// <param name="controller">What drivers claim their lines through.</param>
    /// <param name="fault">Why not, where this returns false.</param>
    /// <returns>Whether there are controllers.</returns>
    /// <remarks>For start-up, once, with interrupts masked. Does not allocate.</remarks>
    public static bool TryOpen(out PicController controller, out PicFault fault)
    {
        controller = default;
        if (!s_pic.TryOpen(default, out fault))
        {
            return false;
        }

        for (var line = 0; line < Pic8259<PortSpace>.LineCount; line++)
        {
            InterruptVectors.Set(Pic8259<PortSpace>.FirstVector + line, &ServeUnclaimed);
        }

        return true;
    }

    /// <summary>Gives a line to a handler of this type.</summary>
    /// <inheritdoc/>
    public InterruptClaimFault Claim<THandler>(int line, THandler handler)
        where THandler : struct, IInterruptHandler
    {
        using (InterruptLock.Enter())
        {
            if (!IsLine(line) || line == Pic8259<PortSpace>.CascadeLine)
            {
                return InterruptClaimFault.NoSuchLine;
            }

            if ((s_claimed & 1 << line) != 0)
            {
                return InterruptClaimFault.LineInUse;
            }

            if (!ClaimedHandler<THandler>.TryTake(handler, line))
            {
                return InterruptClaimFault.HandlerInUse;
            }

            s_claimed |= (ushort)(1 << line);
            InterruptVectors.Set(Pic8259<PortSpace>.FirstVector + line, &ClaimedHandler<THandler>.RunLine);
            return InterruptClaimFault.None;
        }
    }

    /// <inheritdoc/>
    public void Mask(int line)
    {
        if (IsLine(line))
        {
            using (InterruptLock.Enter())
            {
                s_pic.Mask(line);
            }
        }
    }

    /// <inheritdoc/>
    public void Unmask(int line)
    {
        if (IsLine(line))
        {
            using (InterruptLock.Enter())
            {
                s_pic.Unmask(line);
            }
        }
    }

    /// <inheritdoc/>
    public void End(int line)
    {
        if (IsLine(line))
        {
            s_pic.End(line);
        }
    }

    /// <summary>Whether the line asks for an interrupt that has not been served; a masked line may, too.</summary>
    /// <param name="line">The line; one that there is not never asks.</param>
    public bool IsRequested(int line)
    {
        using (InterruptLock.Enter())
        {
            return IsLine(line) && s_pic.IsRequested(line);
        }
    }

    internal static bool Begin(int line)
    {
        if (!s_pic.Begin(line))
        {
            return false;
        }

        // A line that was claimed is one; a fixed buffer calls no bounds check.
        s_counts.Served[line]++;
        return true;
    }

    internal static void Finish(int line) => s_pic.End(line);

    // A line that nobody has claimed is masked, so what comes is spurious, or an INT instruction.
    internal static void ServeUnclaimed(InterruptFrame* frame)
    {
        var line = (int)frame->Vector - Pic8259<PortSpace>.FirstVector;
        if (s_pic.Begin(line))
        {
            InterruptVectors.CountUnclaimed(frame);
            s_pic.End(line);
        }
    }

    private static bool IsLine(int line) => (uint)line < Pic8259<PortSpace>.LineCount;

    private struct LineCounts
    {
        internal fixed ulong Served[Pic8259<PortSpace>.LineCount];
    }
}
