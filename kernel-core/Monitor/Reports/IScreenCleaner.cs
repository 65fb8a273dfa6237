namespace Tarn.Monitor;

/// <summary>Clears what the user sees.</summary>
public interface IScreenCleaner
{
    /// <summary>Blanks all screens and terminals, and goes to their top left.</summary>
    void Clear();
}
