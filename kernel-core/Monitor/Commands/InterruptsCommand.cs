using System;

namespace Tarn.Monitor;

/// <summary><c>irq</c>: how often each line has interrupted.</summary>
public sealed class InterruptsCommand(IInterruptReport interrupts) : MonitorCommand
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "irq"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "counts interrupts, line by line"u8;

    /// <inheritdoc/>
    public override void Run(CommandArguments arguments)
    {
        for (var line = 0; line < interrupts.LineCount; line++)
        {
            var owner = interrupts.OwnerOf(line);
            if (!owner.IsEmpty)
            {
                Console.WriteLine($"{line,4} {interrupts.CountOf(line),12}  {owner}");
            }
        }

        Console.WriteLine($"     {interrupts.SpuriousCount,12}  spurious");
    }
}
