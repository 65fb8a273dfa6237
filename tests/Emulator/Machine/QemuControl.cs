using System.Text.Json;

namespace Tarn.Tests.Emulator.Machine;

/// <summary>QEMU's control protocol (QMP): JSON, a line each way. Not to be used from several threads.</summary>
public sealed class QemuControl : IDisposable
{
    private readonly StreamReader _answers;
    private readonly StreamWriter _commands;

    /// <summary>Begins the conversation.</summary>
    /// <param name="stream">The connection; it is closed with this object.</param>
    public QemuControl(Stream stream)
    {
        _answers = new StreamReader(stream);
        _commands = new StreamWriter(stream) { AutoFlush = true };
        Execute("qmp_capabilities", new { });
    }

    /// <summary>Presses or releases a key of the machine's keyboard.</summary>
    /// <param name="key">Its name, one of QEMU's QKeyCode: <c>a</c>, <c>ret</c>, <c>kp_7</c>, <c>shift</c>, …</param>
    /// <param name="isDown">Whether it is pressed.</param>
    /// <remarks>The keyboard holds 16 bytes, and drops what does not fit without a word: whoever types much waits in between.</remarks>
    /// <exception cref="InvalidOperationException">There is no such key.</exception>
    public void SendKey(string key, bool isDown) => Execute(
        "input-send-event",
        new { events = new object[] { new { type = "key", data = new { down = isDown, key = new { type = "qcode", data = key } } } } });

    /// <summary>Presses a key, and releases it.</summary>
    public void Press(string key)
    {
        SendKey(key, isDown: true);
        SendKey(key, isDown: false);
    }

    /// <summary>Whether the first processor sleeps: it has executed HLT, and no interrupt has come yet.</summary>
    public bool IsHalted => ExecuteMonitor("info registers").Contains("HLT=1", StringComparison.Ordinal);

    /// <summary>The lines that ask the first interrupt controller for an interrupt, bit by bit: its interrupt request register.</summary>
    public int RequestedInterrupts
    {
        get
        {
            const string Register = "pic0: irr=";
            var text = ExecuteMonitor("info pic");
            return Convert.ToInt32(text.Substring(text.IndexOf(Register, StringComparison.Ordinal) + Register.Length, 2), 16);
        }
    }

    /// <summary>Writes a byte to an I/O port, as the processor does.</summary>
    public void WritePort(ushort port, byte value) => ExecuteMonitor($"o /b 0x{port:x} 0x{value:x}");

    /// <summary>What the text screen shows: its rows, without the blanks at their ends. What is not ASCII is a question mark.</summary>
    public IReadOnlyList<string> ReadScreen()
    {
        const int Address = 0xB8000;
        const int Rows = 25;
        const int BytesOfRow = 160;
        var file = Path.GetTempFileName();
        try
        {
            Execute("pmemsave", new { val = Address, size = Rows * BytesOfRow, filename = file });
            return
            [
                .. File.ReadAllBytes(file).Chunk(BytesOfRow).Select(row =>
                    new string([.. row.Where((_, index) => index % 2 == 0).Select(code => code is >= 0x20 and < 0x7F ? (char)code : '?')]).TrimEnd()),
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What the screen shows, text or pixels: its size, and how many of its pixels are not black.</summary>
    public (int Width, int Height, int Lit) LookAtScreen()
    {
        var file = Path.GetTempFileName();
        try
        {
            // A portable pixmap: "P6", width, height, the largest value, and then three bytes for each pixel.
            Execute("screendump", new { filename = file });
            var picture = File.ReadAllBytes(file);
            var header = System.Text.Encoding.ASCII.GetString(picture, 0, Math.Min(picture.Length, 32)).Split((char[]?)null, 5);
            var (width, height) = (int.Parse(header[1]), int.Parse(header[2]));
            return (width, height, picture[^(width * height * 3)..].Chunk(3).Count(pixel => pixel.Any(value => value != 0)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _answers.Dispose();
        _commands.Dispose();
    }

    /// <summary>Executes a command of QEMU's own monitor.</summary>
    private string ExecuteMonitor(string line) => Execute("human-monitor-command", new Dictionary<string, string> { ["command-line"] = line });

    /// <summary>Executes a command, and waits for its end.</summary>
    /// <returns>What it returned: JSON.</returns>
    /// <exception cref="InvalidOperationException">QEMU refuses it, or is gone.</exception>
    private string Execute(string command, object arguments)
    {
        _commands.WriteLine(JsonSerializer.Serialize(new { execute = command, arguments }));
        while (_answers.ReadLine() is { } line)
        {
            // Events and the greeting come in between.
            using var answer = JsonDocument.Parse(line);
            if (answer.RootElement.TryGetProperty("error", out var error))
            {
                throw new InvalidOperationException($"{command}: {error}");
            }

            if (answer.RootElement.TryGetProperty("return", out var result))
            {
                return result.ToString();
            }
        }

        throw new InvalidOperationException($"{command}: QEMU is gone.");
    }
}
