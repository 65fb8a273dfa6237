using System;

namespace Tarn.Monitor;

/// <summary><c>echo</c>: prints what stands behind it.</summary>
public sealed class EchoCommand : MonitorCommand
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "echo"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Parameters => "[TEXT]"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "prints a text"u8;

    /// <inheritdoc/>
    public override void Run(CommandArguments arguments) => Console.WriteLine($"{arguments.Rest}");
}
