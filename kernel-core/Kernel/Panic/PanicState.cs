namespace Tarn.Kernel;

/// <summary>Everything that <see cref="Panic"/> knows. All zero, nothing has happened yet.</summary>
internal unsafe struct PanicState
{
    /// <summary>How many panics have begun; none ever ends.</summary>
    public int Depth;

    /// <summary>The message of the first panic; null where it is not one piece of text.</summary>
    public char* Message;

    public int MessageLength;

    /// <summary>The sink that the panic is writing to at this moment, counted from 1; 0 if none.</summary>
    public int SinkInUse;

    /// <summary>How to leave the machine; null to halt with the report on the screen.</summary>
    public IExit? Exit;

    /// <summary>Whether leaving has been tried: an exit that panics is not tried again.</summary>
    public bool IsLeaving;
}
