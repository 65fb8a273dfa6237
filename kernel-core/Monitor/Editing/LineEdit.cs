namespace Tarn.Monitor;

/// <summary>What a key meant to a line.</summary>
public enum LineEdit
{
    /// <summary>Nothing: neither the line nor the cursor has changed.</summary>
    None,

    /// <summary>The line or the cursor has changed.</summary>
    Changed,

    /// <summary>The line has no room for it; it was dropped.</summary>
    Refused,

    /// <summary>The line is complete.</summary>
    Accepted,

    /// <summary>The line is not wanted any more.</summary>
    Abandoned,

    /// <summary>The screen is to be cleared; the line stays.</summary>
    ScreenCleared,
}
