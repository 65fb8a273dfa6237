namespace Tarn.Drivers;

/// <summary>From Unicode to code page 437, the font in the card's memory.</summary>
internal static class CodePage437
{
    /// <summary>What is shown for a character that the font does not have: ■.</summary>
    public const byte NoGlyph = 0xFE;

    private const byte FirstAscii = 0x20;
    private const byte LastAscii = 0x7E;

    // The tables are the code page itself, in its order. A search through them costs nothing that matters: only characters beyond ASCII
    // are looked up, and a glance tells a reader that they are right.

    // 0x00 to 0x1F. As characters of a text these bytes are control codes; as cells of the screen they are pictures. 0x00 is blank.
    private const string Pictures = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";

    // 0x7F to 0xFF.
    private const byte FirstUpper = 0x7F;
    private const string Upper =
        "⌂" +
        "ÇüéâäàåçêëèïîìÄÅ" +
        "ÉæÆôöòûùÿÖÜ¢£¥₧ƒ" +
        "áíóúñÑªº¿⌐¬½¼¡«»" +
        "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
        "└┴┬├─┼╞╟╚╔╩╦╠═╬╧" +
        "╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀" +
        "αßΓπΣσµτΦΘΩδ∞φε∩" +
        "≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    /// <summary>The byte of a cell that shows a character.</summary>
    /// <param name="scalar">The character, a Unicode scalar value.</param>
    /// <returns>Its code; <see cref="NoGlyph"/> for what the font does not have, control codes included.</returns>
    public static byte FromScalar(uint scalar)
    {
        if (scalar is >= FirstAscii and <= LastAscii)
        {
            return (byte)scalar;
        }

        for (var index = 0; index < Upper.Length; index++)
        {
            if (Upper[index] == scalar)
            {
                return (byte)(FirstUpper + index);
            }
        }

        // From 1: 0x00 is no picture of anything.
        for (var index = 1; index < Pictures.Length; index++)
        {
            if (Pictures[index] == scalar)
            {
                return (byte)index;
            }
        }

        return NoGlyph;
    }
}
