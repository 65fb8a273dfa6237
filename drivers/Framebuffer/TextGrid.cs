using System;

namespace Tarn.Drivers;

/// <summary>What ought to be on the screen: cells, the place of the next character, and the rows that have changed.</summary>
/// <remarks>
/// Pure bookkeeping in ordinary memory. Interrupted at any instruction, row and column are in range, so that another text may follow: at
/// worst a row is doubled or a character missing.
/// </remarks>
/// <param name="columns">The width in characters.</param>
/// <param name="rows">The height in characters.</param>
internal sealed class TextGrid(int columns, int rows)
{
    private const int TabWidth = 8;

    // The screen moves up by the rows divided by this.
    private const int PartOfScroll = 3;

    private readonly ushort[] _cells = new ushort[columns * rows];

    /// <summary>The width in characters.</summary>
    public int Columns => columns;

    /// <summary>The height in characters.</summary>
    public int Rows => rows;

    /// <summary>
    /// By how many rows the screen moves up when the last one is full. Every pixel of the screen changes then, which costs as much
    /// for many rows as for one.
    /// </summary>
    public int ScrollStep { get; } = Math.Max(1, rows / PartOfScroll);

    /// <summary>Every cell, row by row.</summary>
    public ReadOnlySpan<ushort> Cells => _cells;

    /// <summary>The row of the next character, from 0 (top).</summary>
    public int Row { get; private set; }

    /// <summary>
    /// The column of the next character, 0 to <see cref="Columns"/>: there the row is full, and the next character goes to the next row.
    /// </summary>
    public int Column { get; private set; }

    /// <summary>The colours of what is written from now on: foreground in bits 0 to 3, background in bits 4 to 7.</summary>
    public byte Attribute { get; set; }

    /// <summary>The first row that may have changed since <see cref="ForgetChanges"/>.</summary>
    public int FirstChangedRow { get; private set; }

    /// <summary>The row after the last one that may have changed.</summary>
    public int ChangedRowsEnd { get; private set; }

    /// <summary>Blanks every cell and goes to the top left.</summary>
    public void Clear()
    {
        Row = 0;
        Column = 0;
        _cells.AsSpan().Fill(Blank);
        MarkChanged(0, rows);
    }

    /// <summary>Takes one character, or does what a control code says.</summary>
    /// <param name="scalar">A Unicode scalar value.</param>
    public void Put(uint scalar)
    {
        switch (scalar)
        {
            case '\n':
                StartNewLine();
                break;

            case '\r':
                Column = 0;
                break;

            case '\t':
                Column = Math.Min((Column / TabWidth + 1) * TabWidth, columns);
                break;

            case '\b':
                Column = Math.Max(Column - 1, 0);
                break;

            case '\a':
                // A screen has no bell.
                break;

            default:
                PutCell(Glyphs.FromScalar(scalar));
                break;
        }
    }

    /// <summary>Says that what has changed so far has been painted.</summary>
    public void ForgetChanges()
    {
        FirstChangedRow = rows;
        ChangedRowsEnd = 0;
    }

    private ushort Blank => Cell(Glyphs.Space);

    private ushort Cell(byte glyph) => (ushort)(glyph | Attribute << 8);

    private void PutCell(byte glyph)
    {
        if (Column == columns)
        {
            StartNewLine();
        }

        _cells[Row * columns + Column] = Cell(glyph);
        MarkChanged(Row, Row + 1);
        Column++;
    }

    private void StartNewLine()
    {
        Column = 0;
        if (Row < rows - 1)
        {
            Row++;
            return;
        }

        var cells = _cells.AsSpan();
        var moved = ScrollStep * columns;
        cells[moved..].CopyTo(cells);
        cells[^moved..].Fill(Blank);
        Row = rows - ScrollStep;
        MarkChanged(0, rows);
    }

    private void MarkChanged(int firstRow, int rowsEnd)
    {
        FirstChangedRow = Math.Min(FirstChangedRow, firstRow);
        ChangedRowsEnd = Math.Max(ChangedRowsEnd, rowsEnd);
    }
}
