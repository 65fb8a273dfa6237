namespace Tarn.Drivers;

/// <summary>From Unicode to the glyphs of <see cref="Font"/>.</summary>
/// <remarks>
/// <code>
///     0   what stands for a character that the font does not have
///     1   U+0020 … U+007E   ASCII
///    96   U+2500 … U+257F   box drawing
///   224   U+2580 … U+259F   block elements
/// </code>
/// </remarks>
internal static class Glyphs
{
    /// <summary>What is shown for a character that the font does not have.</summary>
    public const byte NoGlyph = 0;

    /// <summary>The blank.</summary>
    public const byte Space = 1;

    private const uint FirstAscii = 0x20, LastAscii = 0x7E;
    private const uint FirstBox = 0x2500, LastBlock = 0x259F;
    private const uint BoxGlyph = 96;

    /// <summary>The number of the glyph for a character.</summary>
    /// <param name="scalar">A Unicode scalar value.</param>
    /// <returns>Its glyph; <see cref="NoGlyph"/> for what the font does not have, control codes included.</returns>
    public static byte FromScalar(uint scalar) => scalar switch
    {
        >= FirstAscii and <= LastAscii => (byte)(scalar - FirstAscii + Space),
        >= FirstBox and <= LastBlock => (byte)(scalar - FirstBox + BoxGlyph),

        // A space that does not break a line is one all the same.
        0xA0 => Space,
        _ => NoGlyph,
    };
}
