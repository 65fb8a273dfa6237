namespace Tarn.Drivers;

/// <summary>What the keyboard is told through port 0x60. It acknowledges each byte.</summary>
internal enum KeyboardCommand : byte
{
    /// <summary>Sets the lights by the next byte (<see cref="KeyboardLights"/>).</summary>
    SetLights = 0xED,

    /// <summary>Chooses the scan-code set by the next byte.</summary>
    SetScanCodeSet = 0xF0,

    /// <summary>Sends what is typed.</summary>
    EnableScanning = 0xF4,

    /// <summary>Starts the keyboard anew. Besides the acknowledgement it answers with the result of its self-test.</summary>
    Reset = 0xFF,
}
