using System;
using System.Threading;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>An 80x25 colour text screen; <see cref="VgaText.TryOpen"/> makes it.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <typeparam name="TMemory">The card's text memory.</typeparam>
/// <remarks>
/// <para>
/// A text first changes the cells in ordinary memory; then the rows that changed are compared with what was painted last, and only
/// cells that differ are written to the card. So a text of many lines scrolls many times but paints once.
/// </para>
/// <para>
/// Nothing here allocates, throws, waits or takes a lock. One caller at a time: the console's lock sees to that. A panic may call
/// in at any instruction.
/// </para>
/// </remarks>
public sealed class VgaText<TPorts, TMemory> : IConsoleSink
    where TPorts : struct, IPortSpace
    where TMemory : struct, ITextMemory
{
    private readonly TextScreen _screen = new();

    // What the card's memory holds, as far as a Write that was interrupted has not made it uncertain.
    private readonly ushort[] _painted = new ushort[TextScreen.CellCount];

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private VgaRegisters<TPorts> _registers;
    private TMemory _memory;

    private Utf8Decoder _decoder;
    private VgaColor _foreground = VgaColor.LightGray;
    private VgaColor _background = VgaColor.Black;

    // True while a Write is under way. Found true at the start of another, that other one has struck into the middle of it.
    private bool _isWriting;

    internal VgaText(VgaRegisters<TPorts> registers, TMemory memory)
    {
        _registers = registers;
        _memory = memory;
    }

    /// <summary>The colour of the characters written from now on.</summary>
    public VgaColor Foreground
    {
        get => _foreground;
        set
        {
            _foreground = value;
            UpdateAttribute();
        }
    }

    /// <summary>The colour behind the characters written from now on; all sixteen are steady, none blinks.</summary>
    public VgaColor Background
    {
        get => _background;
        set
        {
            _background = value;
            UpdateAttribute();
        }
    }

    /// <summary>The row of the next character, 0 (top) to 24.</summary>
    public int CursorRow => _screen.Row;

    /// <summary>The column of the next character, 0 to 80: at 80 the row is full, and the next character starts a new one.</summary>
    public int CursorColumn => _screen.Column;

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
                    _screen.Put(scalar);
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
        _screen.Clear();
        EndWriting(paintAll: interruptedAnother);
    }

    /// <summary>Makes the card's settings and the screen known ones.</summary>
    internal void Initialize()
    {
        const byte blinking = 1 << 3;
        const byte firstScanLine = 14;
        const byte lastScanLine = 15;

        // Bit 7 of a cell's colours is a bright background then, not blinking text.
        _registers.WriteAttributeMode((byte)(_registers.ReadAttributeMode() & ~blinking));

        // Whoever used the card before may have scrolled by moving the start, or hidden the cursor.
        _registers.WriteCrtc(CrtcRegister.StartAddressHigh, 0);
        _registers.WriteCrtc(CrtcRegister.StartAddressLow, 0);
        _registers.WriteCrtc(CrtcRegister.CursorStart, firstScanLine);
        _registers.WriteCrtc(CrtcRegister.CursorEnd, lastScanLine);

        UpdateAttribute();
        BeginWriting();
        _screen.Clear();
        EndWriting(paintAll: true);
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
            Paint(0, TextScreen.Rows, everyCell: true);
        }
        else
        {
            Paint(_screen.FirstChangedRow, _screen.ChangedRowsEnd, everyCell: false);
        }

        _screen.ForgetChanges();
        MoveCursor();
        Volatile.Write(ref _isWriting, false);
    }

    private void Paint(int firstRow, int rowsEnd, bool everyCell)
    {
        if (firstRow >= rowsEnd)
        {
            return;
        }

        // A line that scrolls the screen asks this of all cells, with interrupts masked. Ranges of one length, so that no index is checked.
        var start = firstRow * TextScreen.Columns;
        var painted = _painted.AsSpan()[start..(rowsEnd * TextScreen.Columns)];
        var cells = _screen.Cells.Slice(start, painted.Length);
        for (var index = 0; index < cells.Length && index < painted.Length; index++)
        {
            var cell = cells[index];
            if (everyCell || painted[index] != cell)
            {
                _memory.WriteCell(start + index, cell);
                painted[index] = cell;
            }
        }
    }

    private void MoveCursor()
    {
        // In a row that is full there is no cell after the last one: the cursor stays on that.
        var column = Math.Min(_screen.Column, TextScreen.Columns - 1);
        var location = _screen.Row * TextScreen.Columns + column;
        _registers.WriteCrtc(CrtcRegister.CursorLocationHigh, (byte)(location >> 8));
        _registers.WriteCrtc(CrtcRegister.CursorLocationLow, (byte)location);
    }

    private void UpdateAttribute() => _screen.Attribute = (byte)((byte)_foreground | (byte)_background << 4);
}
