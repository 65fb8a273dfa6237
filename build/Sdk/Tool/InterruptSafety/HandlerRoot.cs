namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>Where the check starts: code that runs on an interrupt of a device.</summary>
/// <param name="Name">What the report calls it: a handler's type; where there is none, the function.</param>
/// <param name="Entries">The addresses at which it is entered.</param>
internal sealed record HandlerRoot(string Name, IReadOnlyList<ulong> Entries)
{
    /// <summary>What errors call it.</summary>
    public string Subject { get; init; } = "the interrupt handler " + Name;

    /// <summary>Why the rules are not for it; null for a handler that is held to them.</summary>
    public UncheckedHandler? Exemption { get; init; }

    /// <summary>Whether it may call what the table of handlers holds, which is looked into by itself: the stub does, and nothing else.</summary>
    public bool CallsHandlers { get; init; }
}
