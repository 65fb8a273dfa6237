using Iced.Intel;

namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>An instruction of a function that control can reach.</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="State">What is known before it.</param>
/// <param name="Successors">Where control can go from it inside the function, by address.</param>
internal sealed record FlowStep(Instruction Instruction, MachineState State, IReadOnlyList<ulong> Successors)
{
    /// <summary>Whether it is done as often as a register says: a string instruction with a REP prefix.</summary>
    public bool IsRepeated => Instruction.IsStringInstruction && (Instruction.HasRepPrefix || Instruction.HasRepnePrefix);
}
