namespace Tarn.Kernel;

/// <summary>A translation that the processor may still remember although the page tables say otherwise by now.</summary>
/// <remarks>
/// Whoever changes a mapping gets one, as an <c>out</c> parameter, so that to forget it takes writing <c>out _</c>. It is settled before the page
/// is used again or its frame is given to someone else. Mapping a page that was not mapped owes nothing: processors do not remember absence
/// (Intel SDM volume 3, section 4.10.2.3).
/// </remarks>
public readonly struct OwedFlush
{
    /// <summary>An address in the page, made odd to tell it from nothing owed: the processor looks only at the page.</summary>
    private readonly ulong _address;

    private OwedFlush(ulong address) => _address = address;

    /// <summary>Whether there is anything to settle.</summary>
    public bool IsOwed => _address != 0;

    /// <summary>Owes the flush of one page.</summary>
    /// <param name="address">Any address in it.</param>
    public static OwedFlush Of(VirtualAddress address) => new(address.Value | 1);

    /// <summary>Has this processor forget the translation. Allocates nothing; may run in an interrupt handler. Doing it again does no harm.</summary>
    public void Settle()
    {
        if (IsOwed)
        {
            Processor.InvalidatePage(_address);
        }
    }
}
