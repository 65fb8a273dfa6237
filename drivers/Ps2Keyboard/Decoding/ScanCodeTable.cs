using System;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Which key has which scan code (IBM PS/2 Hardware Interface Technical Reference, keyboards: scan code sets 1 and 2).</summary>
/// <remarks>
/// Codes with 0xE0 before them are written as one number. Two keys have another code under a modifier: Alt+Print Screen (SysRq) and
/// Ctrl+Pause (Break). Pause alone sends a sequence, which <see cref="ScanCodeDecoder"/> knows.
/// </remarks>
internal static class ScanCodeTable
{
    /// <summary>What is before the code of an extended key.</summary>
    internal const byte Extended = 0xE0;

    private const int Columns = 3;

    /// <summary>Three numbers for each: the key, its code in set 1, its code in set 2.</summary>
    private static ReadOnlySpan<ushort> Rows =>
    [
        (ushort)Key.Escape, 0x01, 0x76, (ushort)Key.Digit1, 0x02, 0x16, (ushort)Key.Digit2, 0x03, 0x1E,
        (ushort)Key.Digit3, 0x04, 0x26, (ushort)Key.Digit4, 0x05, 0x25, (ushort)Key.Digit5, 0x06, 0x2E,
        (ushort)Key.Digit6, 0x07, 0x36, (ushort)Key.Digit7, 0x08, 0x3D, (ushort)Key.Digit8, 0x09, 0x3E,
        (ushort)Key.Digit9, 0x0A, 0x46, (ushort)Key.Digit0, 0x0B, 0x45, (ushort)Key.Minus, 0x0C, 0x4E,
        (ushort)Key.Equal, 0x0D, 0x55, (ushort)Key.Backspace, 0x0E, 0x66,

        (ushort)Key.Tab, 0x0F, 0x0D, (ushort)Key.Q, 0x10, 0x15, (ushort)Key.W, 0x11, 0x1D,
        (ushort)Key.E, 0x12, 0x24, (ushort)Key.R, 0x13, 0x2D, (ushort)Key.T, 0x14, 0x2C,
        (ushort)Key.Y, 0x15, 0x35, (ushort)Key.U, 0x16, 0x3C, (ushort)Key.I, 0x17, 0x43,
        (ushort)Key.O, 0x18, 0x44, (ushort)Key.P, 0x19, 0x4D, (ushort)Key.LeftBracket, 0x1A, 0x54,
        (ushort)Key.RightBracket, 0x1B, 0x5B, (ushort)Key.Enter, 0x1C, 0x5A,

        (ushort)Key.LeftControl, 0x1D, 0x14, (ushort)Key.A, 0x1E, 0x1C, (ushort)Key.S, 0x1F, 0x1B,
        (ushort)Key.D, 0x20, 0x23, (ushort)Key.F, 0x21, 0x2B, (ushort)Key.G, 0x22, 0x34,
        (ushort)Key.H, 0x23, 0x33, (ushort)Key.J, 0x24, 0x3B, (ushort)Key.K, 0x25, 0x42,
        (ushort)Key.L, 0x26, 0x4B, (ushort)Key.Semicolon, 0x27, 0x4C, (ushort)Key.Apostrophe, 0x28, 0x52,
        (ushort)Key.Grave, 0x29, 0x0E,

        (ushort)Key.LeftShift, 0x2A, 0x12, (ushort)Key.Backslash, 0x2B, 0x5D, (ushort)Key.Z, 0x2C, 0x1A,
        (ushort)Key.X, 0x2D, 0x22, (ushort)Key.C, 0x2E, 0x21, (ushort)Key.V, 0x2F, 0x2A,
        (ushort)Key.B, 0x30, 0x32, (ushort)Key.N, 0x31, 0x31, (ushort)Key.M, 0x32, 0x3A,
        (ushort)Key.Comma, 0x33, 0x41, (ushort)Key.Period, 0x34, 0x49, (ushort)Key.Slash, 0x35, 0x4A,
        (ushort)Key.RightShift, 0x36, 0x59,

        (ushort)Key.KeypadMultiply, 0x37, 0x7C, (ushort)Key.LeftAlt, 0x38, 0x11, (ushort)Key.Space, 0x39, 0x29,
        (ushort)Key.CapsLock, 0x3A, 0x58, (ushort)Key.NonUsBackslash, 0x56, 0x61,

        (ushort)Key.F1, 0x3B, 0x05, (ushort)Key.F2, 0x3C, 0x06, (ushort)Key.F3, 0x3D, 0x04,
        (ushort)Key.F4, 0x3E, 0x0C, (ushort)Key.F5, 0x3F, 0x03, (ushort)Key.F6, 0x40, 0x0B,
        (ushort)Key.F7, 0x41, 0x83, (ushort)Key.F8, 0x42, 0x0A, (ushort)Key.F9, 0x43, 0x01,
        (ushort)Key.F10, 0x44, 0x09, (ushort)Key.F11, 0x57, 0x78, (ushort)Key.F12, 0x58, 0x07,

        (ushort)Key.NumLock, 0x45, 0x77, (ushort)Key.ScrollLock, 0x46, 0x7E, (ushort)Key.Keypad7, 0x47, 0x6C,
        (ushort)Key.Keypad8, 0x48, 0x75, (ushort)Key.Keypad9, 0x49, 0x7D, (ushort)Key.KeypadSubtract, 0x4A, 0x7B,
        (ushort)Key.Keypad4, 0x4B, 0x6B, (ushort)Key.Keypad5, 0x4C, 0x73, (ushort)Key.Keypad6, 0x4D, 0x74,
        (ushort)Key.KeypadAdd, 0x4E, 0x79,

        (ushort)Key.Keypad1, 0x4F, 0x69, (ushort)Key.Keypad2, 0x50, 0x72, (ushort)Key.Keypad3, 0x51, 0x7A,
        (ushort)Key.Keypad0, 0x52, 0x70, (ushort)Key.KeypadDecimal, 0x53, 0x71, (ushort)Key.PrintScreen, 0x54, 0x84,

        (ushort)Key.KeypadEnter, 0xE01C, 0xE05A, (ushort)Key.RightControl, 0xE01D, 0xE014, (ushort)Key.KeypadDivide, 0xE035, 0xE04A,
        (ushort)Key.PrintScreen, 0xE037, 0xE07C, (ushort)Key.RightAlt, 0xE038, 0xE011, (ushort)Key.Pause, 0xE046, 0xE07E,

        (ushort)Key.Home, 0xE047, 0xE06C, (ushort)Key.Up, 0xE048, 0xE075, (ushort)Key.PageUp, 0xE049, 0xE07D,
        (ushort)Key.Left, 0xE04B, 0xE06B, (ushort)Key.Right, 0xE04D, 0xE074, (ushort)Key.End, 0xE04F, 0xE069,
        (ushort)Key.Down, 0xE050, 0xE072, (ushort)Key.PageDown, 0xE051, 0xE07A, (ushort)Key.Insert, 0xE052, 0xE070,
        (ushort)Key.Delete, 0xE053, 0xE071,

        (ushort)Key.LeftGui, 0xE05B, 0xE01F, (ushort)Key.RightGui, 0xE05C, 0xE027, (ushort)Key.Menu, 0xE05D, 0xE02F,
    ];

    /// <summary>Makes the table of one set: the keys by their codes, <see cref="Key.None"/> where no key has a code.</summary>
    internal static void Fill(ScanCodeSet set, Span<Key> plain, Span<Key> extended)
    {
        var rows = Rows;
        for (var row = 0; row < rows.Length; row += Columns)
        {
            var code = rows[row + (int)set];
            var table = code >> 8 == Extended ? extended : plain;
            table[(byte)code] = (Key)rows[row];
        }
    }
}
