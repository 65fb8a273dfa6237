using System;
using System.Text;
using Tarn.Kernel;

namespace Tarn.Monitor;

/// <summary>Shows a line that is being typed behind a prompt, in one row of a screen.</summary>
/// <remarks>
/// <para>
/// All it needs of a console is that characters go one after another into cells, and that '\b' goes back one cell without erasing it. That is
/// true of a terminal and of a text screen alike, so that what is typed looks the same on both. What has changed is written, and no more.
/// </para>
/// <para>
/// A line that is longer than the row is shown in part: around the cursor. Each character is taken to be one cell wide; where a terminal makes
/// two of one, the cursor is beside its place until the next prompt.
/// </para>
/// <code>
///   &gt; cho hello, wor         Width cells
///     ▲              ▲
///     _first of the line     the cursor
/// </code>
/// <para>Allocates when it is made, and never again.</para>
/// </remarks>
public sealed class LineView
{
    /// <summary>Cells for the line: the row of a text screen without the prompt, and without the last cell, behind which rows break.</summary>
    public const int Width = 77;

    private const int LongestCharacter = 4;

    private readonly IConsoleSink _console;
    private readonly Rune[] _shown = new Rune[Width];
    private readonly byte[] _output = new byte[ConsoleRouter.BufferSize];
    private int _outputLength;
    private int _shownLength;
    private int _shownCursor;
    private int _first;

    /// <summary>Shows a line on a console.</summary>
    public LineView(IConsoleSink console) => _console = console;

    private static ReadOnlySpan<byte> Prompt => "> "u8;

    /// <summary>Prints the prompt, at the start of a row.</summary>
    public void Begin()
    {
        _shownLength = 0;
        _shownCursor = 0;
        _first = 0;
        Put(Prompt);
        Flush();
    }

    /// <summary>Goes to the row below.</summary>
    public void End()
    {
        Put("\n"u8);
        Flush();
    }

    /// <summary>Makes the row show a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="cursor">The place of the cursor in it: from 0 to its length.</param>
    public void Show(ReadOnlySpan<Rune> line, int cursor)
    {
        if (line.Length < Width)
        {
            _first = 0;
        }
        else if (cursor < _first || cursor >= _first + Width)
        {
            _first = Math.Max(cursor - (Width / 2), 0);
        }

        var cells = line[_first..Math.Min(line.Length, _first + Width)];
        cursor -= _first;
        var same = cells.CommonPrefixLength(_shown.AsSpan(0, _shownLength));
        if (same < cells.Length || same < _shownLength)
        {
            MoveTo(same);
            foreach (var cell in cells[same..])
            {
                PutCell(cell);
            }

            var end = _shownLength;
            for (var cell = cells.Length; cell < end; cell++)
            {
                Put(" "u8);
            }

            cells.CopyTo(_shown);
            _shownLength = cells.Length;
            _shownCursor = Math.Max(cells.Length, end);
        }

        MoveTo(cursor);
        Flush();
    }

    private void MoveTo(int cursor)
    {
        for (; _shownCursor > cursor; _shownCursor--)
        {
            Put("\b"u8);
        }

        for (; _shownCursor < cursor; _shownCursor++)
        {
            PutCell(_shown[_shownCursor]);
        }
    }

    private void PutCell(Rune cell)
    {
        Span<byte> bytes = stackalloc byte[LongestCharacter];
        Put(bytes[..cell.EncodeToUtf8(bytes)]);
    }

    private void Put(ReadOnlySpan<byte> text)
    {
        if (text.Length > _output.Length - _outputLength)
        {
            Flush();
        }

        text.CopyTo(_output.AsSpan(_outputLength));
        _outputLength += text.Length;
    }

    private void Flush()
    {
        _console.Write(_output.AsSpan(0, _outputLength));
        _outputLength = 0;
    }
}
