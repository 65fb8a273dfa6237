using System.Diagnostics;
using System.Text;

namespace Tarn.Tests.Emulator.Machine;

/// <summary>What a kernel wrote to its console port, as it arrives. May be used from several threads.</summary>
public sealed class SerialLog
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private TimeSpan? _firstLineAfter;

    /// <summary>All of it, with '\n' at the end of lines.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>All of it, line by line.</summary>
    public IReadOnlyList<string> Lines => Text.Split('\n');

    /// <summary>When the first line was complete, from the start of the machine; null when none is yet.</summary>
    public TimeSpan? FirstLineAfter
    {
        get
        {
            lock (_lock)
            {
                return _firstLineAfter;
            }
        }
    }

    /// <summary>The last lines, for a report.</summary>
    public string Tail(int lines = 40)
    {
        var all = Text.TrimEnd('\n').Split('\n');
        var tail = string.Join('\n', all.TakeLast(lines));
        return all.Length > lines ? $"… {all.Length - lines} lines before\n{tail}" : tail;
    }

    /// <summary>Waits until the text fulfils a condition.</summary>
    /// <returns>Whether it did so in time.</returns>
    public bool WaitFor(Func<string, bool> condition, TimeSpan limit)
    {
        var waited = Stopwatch.StartNew();
        while (!condition(Text))
        {
            if (waited.Elapsed > limit)
            {
                return false;
            }

            Thread.Sleep(5);
        }

        return true;
    }

    /// <summary>Adds bytes that arrived.</summary>
    internal void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            Span<char> characters = stackalloc char[bytes.Length + 1];
            var count = _decoder.GetChars(bytes, characters, flush: false);
            foreach (var character in characters[..count])
            {
                if (character != '\r')
                {
                    _text.Append(character);
                }

                if (character == '\n')
                {
                    _firstLineAfter ??= _sinceStart.Elapsed;
                }
            }
        }
    }
}
