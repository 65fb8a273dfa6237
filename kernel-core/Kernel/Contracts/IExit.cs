namespace Tarn.Kernel;

/// <summary>A way to leave the machine: an emulator's exit device, or a power switch.</summary>
public interface IExit
{
    /// <summary>Leaves the machine. Returns only where it could not: the caller then halts.</summary>
    /// <param name="outcome">What is told to whoever started the machine.</param>
    void Exit(ExitOutcome outcome);
}
