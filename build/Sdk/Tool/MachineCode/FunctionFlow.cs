namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>All that control can do inside a function, from one entry to wherever it leaves.</summary>
internal sealed class FunctionFlow
{
    /// <summary>Where the function was entered.</summary>
    public required ulong Entry { get; init; }

    /// <summary>Every instruction that control can reach, by address.</summary>
    public required IReadOnlyDictionary<ulong, FlowStep> Steps { get; init; }

    /// <summary>Where control leaves for other functions, by address of the instruction.</summary>
    public required IReadOnlyList<Transfer> Transfers { get; init; }

    /// <summary>What stands in the way of a proof, by address.</summary>
    public required IReadOnlyList<Hazard> Hazards { get; init; }

    /// <summary>What is stored to the watched table.</summary>
    public required IReadOnlyList<WatchedStore> WatchedStores { get; init; }

    /// <summary>The deepest that the function's own pushes and locals go below its entry, in bytes.</summary>
    public required long StackDepth { get; init; }

    /// <summary>Whether control can return from inside the function.</summary>
    public required bool Returns { get; init; }

    /// <summary>Whether RAX may hold an address in the watched table when the function returns.</summary>
    public required bool ReturnsWatched { get; init; }
}
