using System;
using System.Collections.Generic;
using System.Linq;

namespace Tarn.Tests.Host.Drivers;

/// <summary>The slow, obvious way to be a screen: all rows ever written, of which the last 25 are shown.</summary>
internal sealed class ModelScreen
{
    private readonly List<char[]> _rows = [BlankRow()];
    private int _row;
    private int _column;

    public int CursorRow => Math.Min(_row, SimulatedScreen.Rows - 1);

    public int CursorColumn => _column;

    public void Write(string text)
    {
        foreach (var character in text)
        {
            Put(character);
        }
    }

    public override string ToString()
    {
        var shown = _rows.Skip(Math.Max(0, _rows.Count - SimulatedScreen.Rows));
        return string.Join('\n', shown.Select(row => new string(row).TrimEnd())).TrimEnd('\n');
    }

    private static char[] BlankRow() => [.. Enumerable.Repeat(' ', SimulatedScreen.Columns)];

    private void Put(char character)
    {
        switch (character)
        {
            case '\n':
                _column = 0;
                _row++;
                _rows.Add(BlankRow());
                break;

            case '\r':
                _column = 0;
                break;

            case '\b':
                _column -= _column > 0 ? 1 : 0;
                break;

            case '\t':
                do
                {
                    _column += _column < SimulatedScreen.Columns ? 1 : 0;
                }
                while (_column % 8 != 0);

                break;

            default:
                if (_column == SimulatedScreen.Columns)
                {
                    Put('\n');
                }

                _rows[_row][_column++] = character;
                break;
        }
    }
}
