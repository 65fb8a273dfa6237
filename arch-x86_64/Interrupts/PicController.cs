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

    /// <summary>How many spurious interrupts there were, of lines 7 and 15 together.</summary>
    public static uint SpuriousCount => s_pic.SpuriousCount;

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

    internal static bool Begin(int line) => s_pic.Begin(line);

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
}
