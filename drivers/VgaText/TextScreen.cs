using System;

namespace Tarn.Drivers;

/// <summary>What ought to be on the screen: cells, the place of the next character, and the rows that have changed.</summary>
/// <remarks>
/// Pure bookkeeping in ordinary memory. Interrupted at any instruction, row and column are in range, so that another text may follow: at
/// worst a row is doubled or a character missing.
/// </remarks>
internal sealed class TextScreen
{
    public const int Columns = 80;
    public const int Rows = 25;
    public const int CellCount = Columns * Rows;

    private const int TabWidth = 8;

    private readonly ushort[] _cells = new ushort[CellCount];

    /// <summary>Every cell, row by row.</summary>
    public ReadOnlySpan<ushort> Cells => _cells;

    /// <summary>The row of the next character, 0 to 24.</summary>
    public int Row { get; private set; }

    /// <summary>
    /// The column of the next character, 0 to 80. At 80 the row is full, and the next character goes to the next row:
    /// only then, so that a row of 80 characters and its '\n' take one row and not two.
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
        MarkChanged(0, Rows);
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
                Column = Math.Min((Column / TabWidth + 1) * TabWidth, Columns);
                break;

            case '\b':
                Column = Math.Max(Column - 1, 0);
                break;

            case '\a':
                // A screen has no bell.
                break;

            default:
                PutCell(CodePage437.FromScalar(scalar));
                break;
        }
    }

    /// <summary>Says that what has changed so far has been painted.</summary>
    public void ForgetChanges()
    {
        FirstChangedRow = Rows;
        ChangedRowsEnd = 0;
    }

    private ushort Blank => Cell((byte)' ');

    private ushort Cell(byte code) => (ushort)(code | Attribute << 8);

    private void PutCell(byte code)
    {
        if (Column == Columns)
        {
            StartNewLine();
        }

        _cells[Row * Columns + Column] = Cell(code);
        MarkChanged(Row, Row + 1);
        Column++;
    }

    private void StartNewLine()
    {
        Column = 0;
        if (Row < Rows - 1)
        {
            Row++;
            return;
        }

        var cells = _cells.AsSpan();
        cells[Columns..].CopyTo(cells);
        cells[^Columns..].Fill(Blank);
        MarkChanged(0, Rows);
    }

    private void MarkChanged(int firstRow, int rowsEnd)
    {
        FirstChangedRow = Math.Min(FirstChangedRow, firstRow);
        ChangedRowsEnd = Math.Max(ChangedRowsEnd, rowsEnd);
    }
}
