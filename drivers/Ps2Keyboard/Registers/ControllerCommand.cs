namespace Tarn.Drivers;

/// <summary>What the 8042 is told through port 0x64.</summary>
internal enum ControllerCommand : byte
{
    /// <summary>Answers with the configuration.</summary>
    ReadConfiguration = 0x20,

    /// <summary>Takes the next byte at port 0x60 as the configuration.</summary>
    WriteConfiguration = 0x60,

    /// <summary>Keeps the mouse from sending.</summary>
    DisableAuxiliary = 0xA7,

    /// <summary>Tests the controller; answers 0x55 if it is well.</summary>
    TestController = 0xAA,

    /// <summary>Tests the lines to the keyboard; answers 0 if they are well, else which one is stuck and how (1 to 4).</summary>
    TestKeyboardPort = 0xAB,

    /// <summary>Keeps the keyboard from sending.</summary>
    DisableKeyboard = 0xAD,

    /// <summary>Lets the keyboard send.</summary>
    EnableKeyboard = 0xAE,
}
