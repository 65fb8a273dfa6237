using System;
using System.Text;
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>Prints what is typed, as a terminal does: what answers in an image without the monitor.</summary>
internal sealed class Echo
{
    private const int TabWidth = 8;
    private const int RowWidth = 80;

    // Backspace goes no further back than this.
    private int _column;

    /// <summary>What it says for a start.</summary>
    internal static ReadOnlySpan<byte> Invitation => "What is typed is printed."u8;

    /// <summary>Makes it. It needs nothing of the kernel's parts.</summary>
    internal static Echo Create(in BroughtUpParts parts) => new();

    /// <summary>Has no prompt to print.</summary>
    internal void Begin()
    {
    }

    /// <summary>Prints a key: a character as it is, a key without one by its name. Does not allocate.</summary>
    internal void Press(in KeyEvent key)
    {
        if (!key.IsDown)
        {
            return;
        }

        Span<byte> text = stackalloc byte[KeyNames.LongestDescription + 2];
        if (key.IsText)
        {
            PrintCells(text[..key.Character.EncodeToUtf8(text)], 1);
            return;
        }

        switch (key.Function)
        {
            case Key.Enter:
                ConsoleRouter.Write("\n"u8);
                _column = 0;
                break;

            case Key.Backspace:
                if (_column > 0)
                {
                    ConsoleRouter.Write("\b \b"u8);
                    _column--;
                }

                break;

            case Key.Tab:
                PrintCells("        "u8[..(TabWidth - (_column % TabWidth))], TabWidth - (_column % TabWidth));
                break;

            default:
                if (!KeyNames.IsModifierOrLock(key.Key))
                {
                    var length = KeyNames.Describe(key, text[1..]);
                    text[0] = (byte)'[';
                    text[length + 1] = (byte)']';
                    PrintCells(text[..(length + 2)], length + 2);
                }

                break;
        }
    }

    private void PrintCells(ReadOnlySpan<byte> text, int cells)
    {
        ConsoleRouter.Write(text);
        _column = (_column + cells) % RowWidth;
    }
}
