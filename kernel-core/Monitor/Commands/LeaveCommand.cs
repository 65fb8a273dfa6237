using System;
using Tarn.Kernel;

namespace Tarn.Monitor;

/// <summary>Leaves the machine by the first way that works: <c>reboot</c>, <c>poweroff</c>.</summary>
public abstract class LeaveCommand : MonitorCommand
{
    private readonly IExit[] _ways;

    /// <summary>Names the ways.</summary>
    /// <param name="ways">Those that are to be tried, in their order. None of them returns where it works.</param>
    protected LeaveCommand(ReadOnlySpan<IExit> ways) => _ways = ways.ToArray();

    /// <inheritdoc/>
    public override void Run(CommandArguments arguments)
    {
        foreach (var way in _ways)
        {
            way.Exit(ExitOutcome.Success);
        }

        Console.WriteLine($"{Name}: this machine has no way that the kernel knows.");
    }
}
