namespace Tarn.Drivers;

/// <summary>The sixteen colours of the console, numbered as those of a VGA in text mode.</summary>
/// <remarks>Three bits mix blue (1), green (2) and red (4); the fourth (8) makes it bright. What each looks like: <see cref="Palette"/>.</remarks>
public enum FramebufferColor : byte
{
    /// <summary>Nearly black: the background.</summary>
    Black = 0,

    /// <summary>Blue.</summary>
    Blue = 1,

    /// <summary>Green.</summary>
    Green = 2,

    /// <summary>Green and blue.</summary>
    Cyan = 3,

    /// <summary>Red.</summary>
    Red = 4,

    /// <summary>Red and blue.</summary>
    Magenta = 5,

    /// <summary>A dark yellow.</summary>
    Brown = 6,

    /// <summary>The usual colour of text.</summary>
    LightGray = 7,

    /// <summary>Bright black.</summary>
    DarkGray = 8,

    /// <summary>Bright blue.</summary>
    LightBlue = 9,

    /// <summary>Bright green.</summary>
    LightGreen = 10,

    /// <summary>Bright cyan.</summary>
    LightCyan = 11,

    /// <summary>Bright red.</summary>
    LightRed = 12,

    /// <summary>Bright magenta.</summary>
    Pink = 13,

    /// <summary>Bright brown.</summary>
    Yellow = 14,

    /// <summary>Bright light gray.</summary>
    White = 15,
}
