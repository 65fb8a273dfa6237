using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>A console on a framebuffer; <see cref="Framebuffer.TryOpen"/> makes it.</summary>
/// <typeparam name="TMemory">The framebuffer's memory.</typeparam>
/// <remarks>
/// <para>
/// A text first changes cells in ordinary memory; then the rows that changed are compared with what was painted last, and only cells that
/// differ are painted: 16 rows of 8 pixels each. So a text of many lines scrolls many times but paints once.
/// </para>
/// <code>
///   a cell         15   12 11    8 7        0        a row of a glyph   1 0 0 1 | 0 1 1 0
///                 | behind | colour | glyph |                           left      right
///                                                                       picks one of 16 quads of pixels, made once for two colours
/// </code>
/// <para>
/// Nothing here allocates, throws, waits or takes a lock. One caller at a time: the console's lock sees to that. A panic may call
/// in at any instruction.
/// </para>
/// </remarks>
public sealed class FramebufferConsole<TMemory> : IConsoleSink
    where TMemory : struct, IFramebufferMemory
{
    private const int PixelSize = sizeof(uint);
    private const int CellBytes = Font.Width * PixelSize;
    private const int QuadBytes = 4 * PixelSize;
    private const int NoAttribute = -1;
    private const int QuadCount = 16;

    // Rows of a glyph that are compared with one instruction, and painted without a loop.
    private const int RowsAtOnce = sizeof(uint);

    private readonly TextGrid _grid;

    // What the framebuffer shows, as far as a Write that was interrupted has not made it uncertain.
    private readonly ushort[] _painted;

    private readonly PixelFormat _format;
    private readonly nuint _width, _height, _pitch;

    // Of the first cell, so that what is left over is the same on both sides.
    private readonly nuint _origin;

    // Four pixels for each pattern of four dots, in the colours of _quadsAttribute.
    private readonly PixelQuad[] _quads = new PixelQuad[QuadCount];
    private int _quadsAttribute = NoAttribute;

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TMemory _memory;

    private Utf8Decoder _decoder;
    private FramebufferColor _foreground = FramebufferColor.LightGray;
    private FramebufferColor _background = FramebufferColor.Black;

    // The cell that the cursor is painted on.
    private int _cursor;

    // True while a Write is under way. Found true at the start of another, that other one has struck into the middle of it.
    private bool _isWriting;

    internal FramebufferConsole(in FramebufferInformation framebuffer, PixelFormat format, TMemory memory, TextGrid grid)
    {
        _grid = grid;
        _painted = new ushort[grid.Cells.Length];
        _format = format;
        _memory = memory;
        (_width, _height, _pitch) = (framebuffer.Width, framebuffer.Height, framebuffer.Pitch);
        var left = (_width - (nuint)grid.Columns * Font.Width) / 2;
        var top = (_height - (nuint)grid.Rows * Font.Height) / 2;
        _origin = top * _pitch + left * PixelSize;
    }

    /// <summary>The colour of the characters written from now on.</summary>
    public FramebufferColor Foreground
    {
        get => _foreground;
        set
        {
            _foreground = value;
            UpdateAttribute();
        }
    }

    /// <summary>The colour behind the characters written from now on.</summary>
    public FramebufferColor Background
    {
        get => _background;
        set
        {
            _background = value;
            UpdateAttribute();
        }
    }

    /// <summary>How many characters there are in a row.</summary>
    public int Columns => _grid.Columns;

    /// <summary>How many rows there are.</summary>
    public int Rows => _grid.Rows;

    /// <summary>The row of the next character, from 0 (top).</summary>
    public int CursorRow => _grid.Row;

    /// <summary>The column of the next character, 0 to <see cref="Columns"/>: there the row is full, and the next character starts a new one.</summary>
    public int CursorColumn => _grid.Column;

    /// <summary>Shows text after the text before it.</summary>
    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> text)
    {
        var interruptedAnother = BeginWriting();
        foreach (var value in text)
        {
            Utf8Step step;
            do
            {
                step = _decoder.Push(value, out var scalar);
                if (step != Utf8Step.Incomplete)
                {
                    _grid.Put(scalar);
                }
            }
            while (step == Utf8Step.CutShort);
        }

        EndWriting(paintAll: interruptedAnother);
    }

    /// <summary>Blanks the screen in the current colours and goes to the top left.</summary>
    public void Clear()
    {
        var interruptedAnother = BeginWriting();
        _grid.Clear();
        EndWriting(paintAll: interruptedAnother);
    }

    /// <summary>Makes every pixel a known one.</summary>
    internal void Initialize()
    {
        UpdateAttribute();
        FillScreen(Palette.ToPixel((int)_background, in _format));
        BeginWriting();
        _grid.Clear();

        // The pixels are filled already: these are the cells that they are.
        _grid.Cells.CopyTo(_painted);
        EndWriting(paintAll: false);
    }

    private bool BeginWriting()
    {
        var interruptedAnother = Volatile.Read(ref _isWriting);
        Volatile.Write(ref _isWriting, true);
        return interruptedAnother;
    }

    private void EndWriting(bool paintAll)
    {
        if (paintAll)
        {
            // The colours may be half made as well.
            _quadsAttribute = NoAttribute;
            Paint(0, Rows, everyCell: true);
        }
        else
        {
            // Where the cursor was there may be no other change.
            PaintCell(_cursor, _grid.Cells[_cursor]);
            Paint(_grid.FirstChangedRow, _grid.ChangedRowsEnd, everyCell: false);
        }

        _grid.ForgetChanges();
        PaintCursor();
        Volatile.Write(ref _isWriting, false);
    }

    private unsafe void Paint(int firstRow, int rowsEnd, bool everyCell)
    {
        var columns = Columns;

        // Pointers, because thousands of cells of 16 rows would check bounds that hold by how grid, font and quads are made.
        fixed (ushort* cells = _grid.Cells)
        fixed (ushort* painted = _painted)
        {
            for (var row = firstRow; row < rowsEnd; row++)
            {
                var offset = OffsetOfRow(row);
                var cell = cells + row * columns;
                var shown = painted + row * columns;
                for (var end = cell + columns; cell != end; cell++, shown++)
                {
                    if (everyCell || *shown != *cell)
                    {
                        PaintGlyph(offset, *cell, *shown, everyCell);
                        *shown = *cell;
                    }

                    offset += CellBytes;
                }
            }
        }
    }

    // The cursor is a cell with its colours exchanged. In a row that is full there is no cell after the last one: it stays on that.
    private void PaintCursor()
    {
        _cursor = _grid.Row * Columns + Math.Min(_grid.Column, Columns - 1);
        var cell = _grid.Cells[_cursor];
        PaintCell(_cursor, (ushort)(cell & 0x00FF | (cell & 0x0F00) << 4 | (cell & 0xF000) >> 4));
    }

    private void PaintCell(int index, ushort cell)
    {
        if (_painted[index] != cell)
        {
            PaintGlyph(OffsetOfRow(index / Columns) + (nuint)(index % Columns * CellBytes), cell, _painted[index], everyRow: false);
            _painted[index] = cell;
        }
    }

    private nuint OffsetOfRow(int row) => _origin + (nuint)row * Font.Height * _pitch;

    private unsafe void PaintGlyph(nuint offset, ushort cell, ushort shown, bool everyRow)
    {
        var attribute = cell >> 8;
        if (_quadsAttribute != attribute)
        {
            MakeQuads(attribute);
        }

        // Copies, since for all that the compiler knows a write could change the fields.
        var memory = _memory;
        var pitch = _pitch;
        fixed (PixelQuad* quads = _quads)
        fixed (byte* rows = Font.Rows)
        {
            var dots = rows + (byte)cell * Font.Height;
            var end = dots + Font.Height;

            // In most characters the rows above and below are blank: four that are shown already are passed over.
            var mayPass = !everyRow && (byte)(shown >> 8) == attribute;
            var toShown = ((byte)shown - (byte)cell) * Font.Height;
            do
            {
                if (!mayPass || *(uint*)dots != *(uint*)(dots + toShown))
                {
                    PaintRow(ref memory, offset, dots[0], quads);
                    PaintRow(ref memory, offset + pitch, dots[1], quads);
                    PaintRow(ref memory, offset + 2 * pitch, dots[2], quads);
                    PaintRow(ref memory, offset + 3 * pitch, dots[3], quads);
                }

                dots += RowsAtOnce;
                offset += RowsAtOnce * pitch;
            }
            while (dots != end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void PaintRow(ref TMemory memory, nuint offset, uint dots, PixelQuad* quads)
    {
        // The number of a quad times its size: four bits, at once in the right place.
        var first = (byte*)quads;
        memory.Write(offset, in *(PixelQuad*)(first + (dots & 0xF0)));
        memory.Write(offset + QuadBytes, in *(PixelQuad*)(first + ((dots << 4) & 0xF0)));
    }

    private void MakeQuads(int attribute)
    {
        _quadsAttribute = NoAttribute;
        var foreground = Palette.ToPixel(attribute, in _format);
        var background = Palette.ToPixel(attribute >> 4, in _format);
        for (var dots = 0; dots < _quads.Length; dots++)
        {
            _quads[dots] = new PixelQuad(
                (dots & 8) != 0 ? foreground : background,
                (dots & 4) != 0 ? foreground : background,
                (dots & 2) != 0 ? foreground : background,
                (dots & 1) != 0 ? foreground : background);
        }

        _quadsAttribute = attribute;
    }

    private void FillScreen(uint pixel)
    {
        var quad = new PixelQuad(pixel, pixel, pixel, pixel);
        for (nuint row = 0; row < _height; row++)
        {
            var offset = row * _pitch;
            var end = offset + _width * PixelSize;
            for (; offset + QuadBytes <= end; offset += QuadBytes)
            {
                _memory.Write(offset, in quad);
            }

            for (; offset < end; offset += PixelSize)
            {
                _memory.Write(offset, pixel);
            }
        }
    }

    private void UpdateAttribute() => _grid.Attribute = (byte)((byte)_foreground | (byte)_background << 4);
}
