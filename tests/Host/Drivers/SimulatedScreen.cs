using System;
using System.Linq;
using System.Text;

namespace Tarn.Tests.Host.Drivers;

/// <summary>The cells of a screen, and how often they were written.</summary>
internal sealed class SimulatedScreen
{
    public const int Columns = 80;
    public const int Rows = 25;

    private static readonly Encoding CodePage437 = GetCodePage437();

    /// <summary>What is in the card's memory; at first whatever was there before.</summary>
    public ushort[] Cells { get; } = [.. Enumerable.Range(0, Columns * Rows).Select(index => (ushort)(index * 40_503))];

    public int Writes { get; private set; }

    /// <summary>Runs before every write, and again after it: an interrupt between two instructions of the driver.</summary>
    public Action? AroundWrite { get; set; }

    public void WriteCell(int index, ushort cell)
    {
        AroundWrite?.Invoke();
        Writes++;
        Cells[index] = cell;
        AroundWrite?.Invoke();
    }

    public char CharacterAt(int row, int column) => CodePage437.GetString([(byte)Cells[row * Columns + column]])[0];

    public byte AttributeAt(int row, int column) => (byte)(Cells[row * Columns + column] >> 8);

    public string Row(int row) => string.Concat(Enumerable.Range(0, Columns).Select(column => CharacterAt(row, column))).TrimEnd();

    public override string ToString() => string.Join('\n', Enumerable.Range(0, Rows).Select(Row)).TrimEnd('\n');

    private static Encoding GetCodePage437()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(437);
    }
}
