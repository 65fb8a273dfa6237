namespace Tarn.Drivers;

/// <summary>What the keyboard says besides scan codes.</summary>
internal enum KeyboardResponse : byte
{
    /// <summary>Its buffer ran over, in scan-code set 2.</summary>
    OverrunSet2 = 0x00,

    /// <summary>Its self-test passed. It says so after a reset, and also when it is plugged in.</summary>
    SelfTestPassed = 0xAA,

    /// <summary>It has taken the last byte.</summary>
    Acknowledge = 0xFA,

    /// <summary>Its self-test failed.</summary>
    SelfTestFailed = 0xFC,

    /// <summary>It did not get the last byte right, or does not know it.</summary>
    Resend = 0xFE,

    /// <summary>Its buffer ran over, in scan-code set 1.</summary>
    OverrunSet1 = 0xFF,
}
