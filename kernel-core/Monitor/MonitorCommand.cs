using System;

namespace Tarn.Monitor;

/// <summary>A command of the <see cref="Monitor"/>. To add one, derive a class and put it into the monitor's list.</summary>
public abstract class MonitorCommand
{
    /// <summary>What is typed to run it: UTF-8, without blanks.</summary>
    public abstract ReadOnlySpan<byte> Name { get; }

    /// <summary>What may stand behind the name: <c>[BYTES]</c>. For <c>help</c>; where it is empty, nothing may, and the command is not run.</summary>
    public virtual ReadOnlySpan<byte> Parameters => default;

    /// <summary>What it does, in a few words. For <c>help</c>.</summary>
    public abstract ReadOnlySpan<byte> Summary { get; }

    /// <summary>Does it, and prints on the console. What it throws ends the command: its message is printed.</summary>
    /// <param name="arguments">What stands behind the name.</param>
    /// <remarks>In the turn of the task that reads the keys: it is to come to an end, and not to wait.</remarks>
    public abstract void Run(CommandArguments arguments);
}
