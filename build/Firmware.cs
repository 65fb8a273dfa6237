/// <summary>UEFI firmware for QEMU.</summary>
internal static class Firmware
{
    /// <summary>Where systems have OVMF's code: read-only, for a flash chip.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        "/usr/share/OVMF/OVMF_CODE_4M.fd",
        "/usr/share/OVMF/OVMF_CODE.fd",
        "/usr/share/edk2/ovmf/OVMF_CODE.fd",
        "/usr/share/edk2/x64/OVMF_CODE.4m.fd",
        "/usr/share/qemu/ovmf-x86_64-code.bin",
        "/usr/local/share/qemu/edk2-x86_64-code.fd",
        "/opt/homebrew/share/qemu/edk2-x86_64-code.fd",
    ];

    /// <summary>The first of those that is there; null if none is.</summary>
    public static string? Find() => Places.FirstOrDefault(File.Exists);

    /// <summary>QEMU's arguments for a machine with that firmware instead of a BIOS.</summary>
    public static string[] GetArguments(string code) => ["-drive", $"if=pflash,unit=0,format=raw,readonly=on,file={code}"];
}
