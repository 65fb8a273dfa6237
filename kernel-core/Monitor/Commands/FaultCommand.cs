using System;

namespace Tarn.Monitor;

/// <summary><c>fault</c>: raises a fault, or lists those that there are.</summary>
/// <remarks>A fault that is an exception to C# ends the command, like any other; the others end the kernel with a report.</remarks>
public sealed class FaultCommand(IFaultSource faults) : MonitorCommand
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "fault"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Parameters => "[NAME]"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "raises a fault; without a name, lists them"u8;

    /// <inheritdoc/>
    public override void Run(CommandArguments arguments)
    {
        var name = arguments.Rest;
        if (name.IsEmpty)
        {
            Console.WriteLine($"{faults.Names}");
        }
        else if (!faults.TryRaise(name))
        {
            Console.WriteLine($"No fault is called '{name}'; there are {faults.Names}.");
        }
    }
}
