using System;

namespace Tarn.Monitor;

/// <summary><c>help</c>: lists the commands.</summary>
/// <param name="commands">All of them. They may be filled in later.</param>
internal sealed class HelpCommand(MonitorCommand[] commands) : MonitorCommand
{
    private const int Indentation = 18;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "help"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "lists the commands"u8;

    /// <inheritdoc/>
    public override void Run(CommandArguments arguments)
    {
        var blanks = "                  "u8;
        foreach (var command in commands)
        {
            var length = command.Name.Length + 1 + command.Parameters.Length;
            Console.WriteLine($"{command.Name} {command.Parameters}{blanks[Math.Min(length, Indentation)..]}{command.Summary}");
        }
    }
}
