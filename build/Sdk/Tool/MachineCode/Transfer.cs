namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>An instruction by which control leaves a function.</summary>
/// <param name="Site">The instruction's address.</param>
/// <param name="Kind">Whether it comes back.</param>
/// <param name="Targets">Where to; empty where that is not known.</param>
internal sealed record Transfer(ulong Site, TransferKind Kind, IReadOnlyList<ulong> Targets)
{
    /// <summary>Bytes of stack below where it was at the function's entry, a return address that is pushed included; null where that is not
    /// known.</summary>
    public long? StackDepth { get; init; }

    /// <summary>Whether it goes to wherever an element of the watched table points.</summary>
    public bool IsThroughWatchedTable { get; init; }

    /// <summary>Whether the function's code ends here, as where the compiler knows that a call does not come back.</summary>
    public bool IsLast { get; init; }

    /// <summary>By what it goes, where its targets are not known: <c>rax</c>, <c>[rcx+8]</c>.</summary>
    public string Operand { get; init; } = "";

    /// <summary>The datum whose address the operand's register holds, by its symbol, where that is known.</summary>
    public string? Datum { get; init; }
}
