using System.Text;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Monitoring;

/// <summary>The row of a screen or a terminal that the cursor is in: characters fill cells, '\b' goes back, '\n' begins another row.</summary>
internal sealed class ModelRow : IConsoleSink
{
    public const int Columns = 80;

    private readonly Rune[] _cells = new Rune[Columns];
    private int _end;

    public int Cursor { get; private set; }

    /// <summary>How many bytes were written.</summary>
    public int Bytes { get; private set; }

    /// <summary>What the row shows, without the blanks at its end.</summary>
    public string Text => string.Concat(_cells.Take(_end)).TrimEnd(' ');

    public void Write(ReadOnlySpan<byte> text)
    {
        Bytes += text.Length;
        foreach (var character in Encoding.UTF8.GetString(text).EnumerateRunes())
        {
            switch (character.Value)
            {
                case '\n':
                    (_end, Cursor) = (0, 0);
                    break;
                case '\b':
                    Cursor = Cursor > 0 ? Cursor - 1 : throw new InvalidOperationException("The cursor leaves the row on the left.");
                    break;
                default:
                    // A character in the last cell would make some terminals begin another row.
                    if (Cursor == Columns - 1)
                    {
                        throw new InvalidOperationException("The last cell is written.");
                    }

                    _cells[Cursor++] = character;
                    _end = Math.Max(_end, Cursor);
                    break;
            }
        }
    }
}
