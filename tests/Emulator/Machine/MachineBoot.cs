namespace Tarn.Tests.Emulator.Machine;

/// <summary>Who boots a machine's kernel.</summary>
public enum MachineBoot
{
    /// <summary>QEMU itself (PVH).</summary>
    Direct,

    /// <summary>Limine from a disc, on a BIOS.</summary>
    LimineBios,

    /// <summary>Limine from a disc, on UEFI.</summary>
    LimineUefi,
}
