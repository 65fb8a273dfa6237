namespace Tarn.Drivers;

/// <summary>Why the keyboard could not be started.</summary>
public enum Ps2KeyboardFaultKind
{
    /// <summary>Nothing is wrong: the keyboard works.</summary>
    None,

    /// <summary>No controller answers: its status reads 0xFF, as a bus does that nobody drives.</summary>
    ControllerAbsent,

    /// <summary>The controller does not take a command, or does not answer one.</summary>
    ControllerMute,

    /// <summary>The controller's output does not run empty.</summary>
    ControllerBabbles,

    /// <summary>The controller's self-test failed.</summary>
    ControllerFailed,

    /// <summary>A line between controller and keyboard is stuck.</summary>
    PortFailed,

    /// <summary>No keyboard answers: none is plugged in.</summary>
    KeyboardMute,

    /// <summary>The keyboard refuses a command, again and again.</summary>
    KeyboardRefuses,

    /// <summary>The keyboard's self-test failed.</summary>
    KeyboardFailed,

    /// <summary>The controller does not keep its configuration.</summary>
    ConfigurationNotKept,

    /// <summary>The interrupt controller did not give line 1.</summary>
    LineNotGiven,
}
