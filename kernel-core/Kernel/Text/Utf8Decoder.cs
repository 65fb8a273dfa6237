namespace Tarn.Kernel;

/// <summary>Decodes UTF-8 byte by byte, so that a character may be split wherever text is.</summary>
/// <remarks>
/// <para>
/// What is not well-formed (The Unicode Standard, table 3-7) becomes U+FFFD, one for each longest part that could have begun a character
/// (section 3.9, "U+FFFD Substitution of Maximal Subparts"): the same that .NET's decoder makes of it.
/// </para>
/// <para>A new decoder (all zero) is ready. Nothing here allocates or throws; it may run anywhere.</para>
/// <code>
///               1-byte character: Complete
///               ┌────┐       lead byte: Incomplete
///               │  ┌─┴──────┐ ─────────────────────► ┌────────────┐ ──┐ continuation, more to come:
///               └─►│ ground │                        │ inside one │   │ Incomplete
///               ┌─►│        │ ◄───────────────────── └────────────┘ ◄─┘
///               │  └─┬──────┘   last continuation: Complete
///               └────┘          any other byte: CutShort
///               any other byte: Malformed
/// </code>
/// </remarks>
public struct Utf8Decoder
{
    /// <summary>U+FFFD, what stands for bytes that are no character.</summary>
    public const uint ReplacementCharacter = 0xFFFD;

    private const byte FirstContinuation = 0x80;
    private const byte LastContinuation = 0xBF;

    // The bits of the character so far.
    private uint _scalar;

    // How many continuation bytes are to come: 0 in the ground state.
    private byte _missing;

    // The range of the next continuation byte. It is narrower than usual after the lead bytes whose characters would otherwise be too
    // long an encoding (E0, F0), a surrogate (ED) or beyond U+10FFFF (F4).
    private byte _lowest;
    private byte _highest;

    /// <summary>Takes the next byte.</summary>
    /// <param name="value">The byte.</param>
    /// <param name="scalar">
    /// The character, where one is complete; <see cref="ReplacementCharacter"/> where bytes were no character; 0 where more are needed.
    /// </param>
    /// <returns>What the byte meant. After <see cref="Utf8Step.CutShort"/> the same byte must be pushed again.</returns>
    public Utf8Step Push(byte value, out uint scalar)
    {
        if (_missing == 0)
        {
            return Begin(value, out scalar);
        }

        if (value < _lowest || value > _highest)
        {
            _missing = 0;
            scalar = ReplacementCharacter;
            return Utf8Step.CutShort;
        }

        _lowest = FirstContinuation;
        _highest = LastContinuation;
        _scalar = _scalar << 6 | value & 0x3Fu;
        _missing--;
        scalar = _missing == 0 ? _scalar : 0;
        return _missing == 0 ? Utf8Step.Complete : Utf8Step.Incomplete;
    }

    private Utf8Step Begin(byte value, out uint scalar)
    {
        switch (value)
        {
            case <= 0x7F:
                scalar = value;
                return Utf8Step.Complete;

            case >= 0xC2 and <= 0xDF:
                Expect(missing: 1, FirstContinuation, LastContinuation);
                _scalar = value & 0x1Fu;
                break;

            case >= 0xE0 and <= 0xEF:
                Expect(missing: 2, value == 0xE0 ? (byte)0xA0 : FirstContinuation, value == 0xED ? (byte)0x9F : LastContinuation);
                _scalar = value & 0x0Fu;
                break;

            case >= 0xF0 and <= 0xF4:
                Expect(missing: 3, value == 0xF0 ? (byte)0x90 : FirstContinuation, value == 0xF4 ? (byte)0x8F : LastContinuation);
                _scalar = value & 0x07u;
                break;

            default:
                scalar = ReplacementCharacter;
                return Utf8Step.Malformed;
        }

        scalar = 0;
        return Utf8Step.Incomplete;
    }

    private void Expect(byte missing, byte lowest, byte highest)
    {
        _missing = missing;
        _lowest = lowest;
        _highest = highest;
    }
}
