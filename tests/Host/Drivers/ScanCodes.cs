using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>What a keyboard sends for each key: written out, byte for byte, press and release, apart from the driver's own table.</summary>
internal static class ScanCodes
{
    // Key | set 1: pressed, released | set 2: pressed, released.
    private const string Table = """
        Escape|01,81|76,F0 76
        Digit1|02,82|16,F0 16
        Digit2|03,83|1E,F0 1E
        Digit3|04,84|26,F0 26
        Digit4|05,85|25,F0 25
        Digit5|06,86|2E,F0 2E
        Digit6|07,87|36,F0 36
        Digit7|08,88|3D,F0 3D
        Digit8|09,89|3E,F0 3E
        Digit9|0A,8A|46,F0 46
        Digit0|0B,8B|45,F0 45
        Minus|0C,8C|4E,F0 4E
        Equal|0D,8D|55,F0 55
        Backspace|0E,8E|66,F0 66
        Tab|0F,8F|0D,F0 0D
        Q|10,90|15,F0 15
        W|11,91|1D,F0 1D
        E|12,92|24,F0 24
        R|13,93|2D,F0 2D
        T|14,94|2C,F0 2C
        Y|15,95|35,F0 35
        U|16,96|3C,F0 3C
        I|17,97|43,F0 43
        O|18,98|44,F0 44
        P|19,99|4D,F0 4D
        LeftBracket|1A,9A|54,F0 54
        RightBracket|1B,9B|5B,F0 5B
        Enter|1C,9C|5A,F0 5A
        LeftControl|1D,9D|14,F0 14
        A|1E,9E|1C,F0 1C
        S|1F,9F|1B,F0 1B
        D|20,A0|23,F0 23
        F|21,A1|2B,F0 2B
        G|22,A2|34,F0 34
        H|23,A3|33,F0 33
        J|24,A4|3B,F0 3B
        K|25,A5|42,F0 42
        L|26,A6|4B,F0 4B
        Semicolon|27,A7|4C,F0 4C
        Apostrophe|28,A8|52,F0 52
        Grave|29,A9|0E,F0 0E
        LeftShift|2A,AA|12,F0 12
        Backslash|2B,AB|5D,F0 5D
        Z|2C,AC|1A,F0 1A
        X|2D,AD|22,F0 22
        C|2E,AE|21,F0 21
        V|2F,AF|2A,F0 2A
        B|30,B0|32,F0 32
        N|31,B1|31,F0 31
        M|32,B2|3A,F0 3A
        Comma|33,B3|41,F0 41
        Period|34,B4|49,F0 49
        Slash|35,B5|4A,F0 4A
        RightShift|36,B6|59,F0 59
        KeypadMultiply|37,B7|7C,F0 7C
        LeftAlt|38,B8|11,F0 11
        Space|39,B9|29,F0 29
        CapsLock|3A,BA|58,F0 58
        F1|3B,BB|05,F0 05
        F2|3C,BC|06,F0 06
        F3|3D,BD|04,F0 04
        F4|3E,BE|0C,F0 0C
        F5|3F,BF|03,F0 03
        F6|40,C0|0B,F0 0B
        F7|41,C1|83,F0 83
        F8|42,C2|0A,F0 0A
        F9|43,C3|01,F0 01
        F10|44,C4|09,F0 09
        F11|57,D7|78,F0 78
        F12|58,D8|07,F0 07
        NumLock|45,C5|77,F0 77
        ScrollLock|46,C6|7E,F0 7E
        Keypad7|47,C7|6C,F0 6C
        Keypad8|48,C8|75,F0 75
        Keypad9|49,C9|7D,F0 7D
        KeypadSubtract|4A,CA|7B,F0 7B
        Keypad4|4B,CB|6B,F0 6B
        Keypad5|4C,CC|73,F0 73
        Keypad6|4D,CD|74,F0 74
        KeypadAdd|4E,CE|79,F0 79
        Keypad1|4F,CF|69,F0 69
        Keypad2|50,D0|72,F0 72
        Keypad3|51,D1|7A,F0 7A
        Keypad0|52,D2|70,F0 70
        KeypadDecimal|53,D3|71,F0 71
        NonUsBackslash|56,D6|61,F0 61
        KeypadEnter|E0 1C,E0 9C|E0 5A,E0 F0 5A
        RightControl|E0 1D,E0 9D|E0 14,E0 F0 14
        KeypadDivide|E0 35,E0 B5|E0 4A,E0 F0 4A
        RightAlt|E0 38,E0 B8|E0 11,E0 F0 11
        Home|E0 47,E0 C7|E0 6C,E0 F0 6C
        Up|E0 48,E0 C8|E0 75,E0 F0 75
        PageUp|E0 49,E0 C9|E0 7D,E0 F0 7D
        Left|E0 4B,E0 CB|E0 6B,E0 F0 6B
        Right|E0 4D,E0 CD|E0 74,E0 F0 74
        End|E0 4F,E0 CF|E0 69,E0 F0 69
        Down|E0 50,E0 D0|E0 72,E0 F0 72
        PageDown|E0 51,E0 D1|E0 7A,E0 F0 7A
        Insert|E0 52,E0 D2|E0 70,E0 F0 70
        Delete|E0 53,E0 D3|E0 71,E0 F0 71
        LeftGui|E0 5B,E0 DB|E0 1F,E0 F0 1F
        RightGui|E0 5C,E0 DC|E0 27,E0 F0 27
        Menu|E0 5D,E0 DD|E0 2F,E0 F0 2F
        PrintScreen|E0 2A E0 37,E0 B7 E0 AA|E0 12 E0 7C,E0 F0 7C E0 F0 12
        Pause|E1 1D 45,E1 9D C5|E1 14 77,E1 F0 14 F0 77
        """;

    // The same keys with a modifier: another code, or pretended shifts around the code.
    private const string OthersTable = """
        PrintScreen|54,D4|84,F0 84
        PrintScreen|E0 37,E0 B7|E0 7C,E0 F0 7C
        Pause|E0 46,E0 C6|E0 7E,E0 F0 7E
        Up|E0 2A E0 48,E0 C8 E0 AA|E0 12 E0 75,E0 F0 75 E0 F0 12
        Left|E0 AA E0 4B,E0 CB E0 2A|E0 F0 12 E0 6B,E0 F0 6B E0 12
        End|E0 B6 E0 4F,E0 CF E0 36|E0 F0 59 E0 69,E0 F0 69 E0 59
        KeypadDivide|E0 AA E0 35,E0 B5 E0 2A|E0 F0 12 E0 4A,E0 F0 4A E0 12
        """;

    /// <summary>Every key of a US keyboard, and the one more that others have.</summary>
    public static IReadOnlyList<(Key Key, byte[][] Codes)> All { get; } = Parse(Table);

    /// <summary>What the same keys send beside that.</summary>
    public static IReadOnlyList<(Key Key, byte[][] Codes)> Others { get; } = Parse(OthersTable);

    /// <summary>What a key sends.</summary>
    public static byte[] Of(Key key, ScanCodeSet set, bool isReleased) =>
        All.Single(entry => entry.Key == key).Codes[IndexOf(set, isReleased)];

    /// <summary>Where a row of the table has the codes of a set.</summary>
    public static int IndexOf(ScanCodeSet set, bool isReleased) => ((int)set - 1) * 2 + (isReleased ? 1 : 0);

    private static (Key Key, byte[][] Codes)[] Parse(string table) =>
    [
        .. table.Split('\n')
            .Select(line => line.Split('|', ','))
            .Select(cells => (Enum.Parse<Key>(cells[0]), cells[1..].Select(Bytes).ToArray())),
    ];

    private static byte[] Bytes(string text) =>
        [.. text.Split(' ').Select(value => byte.Parse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
