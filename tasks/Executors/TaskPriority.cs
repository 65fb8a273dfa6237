namespace Tarn.Tasks;

/// <summary>Whose turns come first.</summary>
public enum TaskPriority
{
    /// <summary>In the order in which tasks become ready.</summary>
    Ordinary,

    /// <summary>Before ordinary ones; after 32 such turns in a row an ordinary one comes in between.</summary>
    Urgent,
}
