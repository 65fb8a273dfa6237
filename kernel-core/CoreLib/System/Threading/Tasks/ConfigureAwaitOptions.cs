namespace System.Threading.Tasks;

/// <summary>How an <c>await</c> is to behave.</summary>
[Flags]
public enum ConfigureAwaitOptions
{
    None = 0,

    /// <summary>There is no context to go back to, so this changes nothing.</summary>
    ContinueOnCapturedContext = 1,

    /// <summary>A failure or cancellation of what is awaited is not thrown. Counts as having observed it.</summary>
    SuppressThrowing = 2,

    /// <summary>Waits for the executor's next turn even where what is awaited is there.</summary>
    ForceYielding = 4,
}
