namespace Tarn.Kernel;

/// <summary>What one byte meant to a <see cref="Utf8Decoder"/>.</summary>
public enum Utf8Step
{
    /// <summary>The character needs more bytes.</summary>
    Incomplete,

    /// <summary>The byte completed a character.</summary>
    Complete,

    /// <summary>The byte can begin no character; it is used up.</summary>
    Malformed,

    /// <summary>The byte is no part of the character begun before it, which is cut short. It is not used up: push it again.</summary>
    CutShort,
}
