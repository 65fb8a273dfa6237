namespace Tarn.Kernel;

/// <summary>The firmware that started the loader.</summary>
public enum FirmwareKind
{
    /// <summary>The loader did not say.</summary>
    Unknown,

    /// <summary>A PC BIOS.</summary>
    Bios,

    /// <summary>32-bit UEFI.</summary>
    Uefi32,

    /// <summary>64-bit UEFI.</summary>
    Uefi64,
}
