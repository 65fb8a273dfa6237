using System.Net.Sockets;
using System.Text.Json;

/// <summary>QEMU's control protocol (QMP): JSON, a line each way.</summary>
internal sealed class QemuControl : IDisposable
{
    private readonly NetworkStream _stream;
    private readonly StreamReader _answers;

    /// <summary>Takes a connection over.</summary>
    /// <param name="socket">The connection that QEMU has made.</param>
    public QemuControl(Socket socket)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _answers = new StreamReader(_stream);
        Execute("qmp_capabilities", new { });
    }

    /// <summary>Saves what the machine's screen shows as a PNG file.</summary>
    /// <exception cref="InvalidOperationException">QEMU cannot do that; before version 7.1 it knows no PNG.</exception>
    public void SaveScreen(string file) => Execute("screendump", new { filename = file, format = "png" });

    /// <summary>Ends the machine.</summary>
    public void Quit() => Execute("quit", new { });

    /// <inheritdoc/>
    public void Dispose()
    {
        _answers.Dispose();
        _stream.Dispose();
    }

    private void Execute(string command, object arguments)
    {
        _stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(new { execute = command, arguments }), (byte)'\n']);
        while (_answers.ReadLine() is { } line)
        {
            // Events and the greeting come in between.
            using var answer = JsonDocument.Parse(line);
            if (answer.RootElement.TryGetProperty("error", out var error))
            {
                throw new InvalidOperationException($"{command}: {error}");
            }

            if (answer.RootElement.TryGetProperty("return", out _))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{command}: QEMU is gone.");
    }
}
